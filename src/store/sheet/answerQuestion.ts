import type { SheetKind } from '../../domain/sheet/columnMeaning'
import type { ReadChoice, ReadQuestion, RememberedColumns } from '../../domain/sheet/sheetReading'
import type { ChosenFile, Services } from '../services'
import { sheetRemoved } from '../slices/sheetSlice'
import { tabChosen } from '../slices/viewSlice'
import type { RootState, Thunk } from '../store'
import { loadFile } from './loadFile'

/** The file of a tab's slot, loaded or not; undefined if the sheet came back from the journal. */
function findChosenFile({ sheets }: RootState, { files }: Services, kind: SheetKind): ChosenFile | undefined {
  const { refused, sheet } = sheets[kind]
  return files.chosenFiles.get(refused?.ticket ?? sheet?.id ?? '')
}

/**
 * Reads the chosen file with the user's answer: which worksheet, which columns. Columns are remembered for files like
 * it.
 */
export function answerQuestion(kind: SheetKind, choice: ReadChoice): Thunk<Promise<void>> {
  return async (dispatch, getState, services) => {
    const { question } = getState().sheets[kind]
    const chosen = findChosenFile(getState(), services, kind)
    if (!chosen) return
    const answer = question && chooseRemembered(kind, question, choice, chosen.choice)
    try {
      if (answer) services.files.columnMemory.remember(answer)
    } catch {
      // The next file asks again.
    }
    const { file, isPasted } = chosen
    await dispatch(loadFile(kind, file, { isPasted, choice: joinChoices(chosen.choice, choice) }))
  }
}

/**
 * The part of an answer that holds for other files with the same header.
 *
 * @param before earlier answers about this file
 */
function chooseRemembered(
  kind: SheetKind,
  question: ReadQuestion,
  { header, isWhole }: ReadChoice,
  before: ReadChoice,
): RememberedColumns | undefined {
  if (question.type === 'whole' && isWhole) {
    const { signature, columns, doubt } = question
    return columns && { kind, signature, columns, answers: [doubt] }
  }
  if (question.type !== 'columns' || !header || header.row === null) return undefined
  const { doubt = 'columns', offers = [] } = question
  const { columns, row } = header
  const { signature } = offers.find(({ headerRow }) => headerRow === row) ?? question
  return { kind, signature, columns, answers: before.isWhole ? [doubt, 'line-columns'] : [doubt] }
}

/**
 * Another worksheet has another header. For the same worksheet the last answer counts; earlier answers fill what it
 * leaves open.
 */
function joinChoices(before: ReadChoice, choice: ReadChoice): ReadChoice {
  const { worksheet, header, isWhole, asksAgain } = before
  if (choice.worksheet !== undefined) return { ...choice, ...(asksAgain && { asksAgain }) }
  const kept = choice.asksAgain ? {} : { ...(header && { header }), ...(isWhole && { isWhole }) }
  const again = choice.isWhole && asksAgain ? { asksAgain } : {}
  return { ...kept, ...again, ...choice, ...(worksheet !== undefined && { worksheet }) }
}

/** Asks for the columns of the loaded file again, as if none were remembered. */
export function askColumnsAgain(kind: SheetKind): Thunk<Promise<void>> {
  return (dispatch) => dispatch(answerQuestion(kind, { asksAgain: true }))
}

/** Moves a file that was chosen on the wrong tab to the tab it belongs to. */
export function takeFileToTab(from: SheetKind, to: SheetKind): Thunk<Promise<void>> {
  return async (dispatch, getState, services) => {
    const chosen = findChosenFile(getState(), services, from)
    dispatch(sheetRemoved({ kind: from, previous: getState().sheets[from].previous }))
    dispatch(tabChosen(to))
    if (chosen) await dispatch(loadFile(to, chosen.file, { isPasted: chosen.isPasted }))
  }
}
