import { showFileName } from '../../domain/ids/cleanText'
import { reapplyEdits } from '../../domain/edit/reapplyEdits'
import type { RequestList } from '../../domain/run/requestList'
import type { ReadChoice, ReadQuestion, ReadResult, RememberedColumns } from '../../domain/sheet/sheetReading'
import { validateRows } from '../../domain/check/validateRows'
import { forgetFiles, readChosen } from './chosenFiles'
import { clearDesk } from './clearDesk'
import { earlierFound, requestsPlanned } from '../slices/runsSlice'
import { selectIsDeskBusy } from '../selectors'
import type { ChosenFile, Services } from '../services'
import {
  asideShown,
  columnsAttached,
  fileChosen,
  fileProgressed,
  fileRefused,
  type LoadedSheet,
  readingStopped,
  sheetLoaded,
  sheetRemoved,
} from '../slices/sheetSlice'
import type { Thunk } from '../store'
import { tabChosen } from '../slices/viewSlice'
import type { SheetKind } from '../../domain/sheet/columnMeaning'
import type { CheckedSheet } from '../../domain/sheet/checkedSheet'

/** A sheet whose run goes on stays where it is. */
function isDeskBusy(kind: SheetKind): Thunk<boolean> {
  return (_, getState) => selectIsDeskBusy(getState(), kind)
}

function hasSameIds(one: RequestList, other: RequestList): boolean {
  if (one.length !== other.length) return false
  let position = 0
  for (const { subOrderId } of one) {
    if (other.at(position)?.subOrderId !== subOrderId) return false
    position += 1
  }
  return true
}

/**
 * The file of a run that came back from the journal, chosen again: its own columns come back to it, and nothing else changes.
 * What was mended in it is mended again.
 */
function attachColumns(
  kind: SheetKind,
  ticket: string,
  read: CheckedSheet,
  fileHash: string,
): Thunk<Promise<boolean>> {
  return async (dispatch, getState, services) => {
    const { sheet } = getState().sheets[kind]
    if (!sheet?.restored?.lacksColumns || sheet.fileHash !== fileHash) return false
    const mended = await reapplyEdits(read.sheet, sheet.checked.sheet, services.createYieldIfDue())
    const checked = mended === read.sheet ? read : await validateRows(mended, services.createYieldIfDue())
    // A newer file was chosen meanwhile: this one is done with.
    if (getState().sheets[kind].reading?.ticket !== ticket) return true
    // An older version of the screen may have judged the rows in another way.
    if (!hasSameIds(sheet.checked.requests, checked.requests)) return false
    const chosen = services.files.chosenFiles.get(ticket)
    if (chosen) services.files.chosenFiles.set(sheet.id, chosen)
    dispatch(columnsAttached({ kind, checked: Object.freeze(checked) }))
    return true
  }
}

/** Looks up what of a new sheet an earlier run has cancelled, or left in doubt. Of one that was mended meanwhile: nothing. */
export function findEarlierRuns(id: string): Thunk<Promise<void>> {
  return async (dispatch, getState, services) => {
    const { journal } = await services.record.openJournal()
    const requests = getState().runs.byId[id]?.requests
    if (!requests) return
    const heldBack = await journal.findEarlier(id, requests, services.createYieldIfDue())
    const isSame = getState().runs.byId[id]?.requests === requests
    if (isSame && heldBack.size > 0) dispatch(earlierFound({ id, heldBack }))
  }
}

type Chosen = Partial<Pick<ChosenFile, 'isPasted' | 'choice'>>

/** Reads and checks a file, and lays it on the desk of its tab. The file chosen last wins. */
export function loadFile(
  kind: SheetKind,
  file: File,
  { isPasted = false, choice = {} }: Chosen = {},
): Thunk<Promise<void>> {
  return async (dispatch, getState, services) => {
    if (dispatch(isDeskBusy(kind))) return
    const ticket = services.createId()
    const isLatest = () => getState().sheets[kind].reading?.ticket === ticket
    dispatch(stopReading(kind))
    const stop = new AbortController()
    services.files.chosenFiles.set(ticket, { file, isPasted, choice, stop })
    dispatch(fileChosen({ kind, ticket, fileName: showFileName(file.name) }))
    const onProgress = (share: number) => {
      if (isLatest()) dispatch(fileProgressed({ kind, ticket, share }))
    }
    try {
      const request = {
        kind,
        ...services.files.readLimits(),
        isPasted,
        remembered: readRemembered(services),
        choice,
      }
      const read = await services.files.readFile(file, request, onProgress, stop.signal)
      if (isLatest()) await dispatch(layDown(kind, ticket, read))
    } catch {
      // Whatever it was: no file may be "being read" for ever. What lies on the desk already stays there.
      if (isLatest()) await dispatch(layDown(kind, ticket, refuseUnread(file)))
    }
    dispatch(forgetFiles())
  }
}

/** The columns are asked for again where those that were chosen before cannot be had. */
function readRemembered({ files }: Services): readonly RememberedColumns[] {
  try {
    return files.columnMemory.list()
  } catch {
    return []
  }
}

function refuseUnread(file: File): ReadResult {
  return { type: 'refused', problem: { code: 'UNREADABLE', fileName: showFileName(file.name) } }
}

/** What a file came to goes on the desk; until then the one before stays there. */
function layDown(kind: SheetKind, id: string, read: ReadResult): Thunk<Promise<void>> {
  return async (dispatch) => {
    if (read.type === 'stopped') {
      dispatch(readingStopped({ kind }))
      return
    }
    if (read.type !== 'checked') {
      const problem = read.type === 'refused' ? read.problem : null
      const aside = dispatch(clearDesk(kind))
      dispatch(fileRefused({ kind, problem, question: read.question ?? null, refusedTicket: id, aside }))
      return
    }
    const { checked, fileHash } = read
    if (await dispatch(attachColumns(kind, id, checked, fileHash))) return
    const aside = dispatch(clearDesk(kind))
    const sheet: LoadedSheet = Object.freeze({ id, checked: Object.freeze(checked), fileHash })
    dispatch(requestsPlanned({ id, requests: checked.requests }))
    dispatch(sheetLoaded({ kind, sheet, aside }))
    await dispatch(findEarlierRuns(id))
  }
}

/** Reads no further; the desk is as it was before. */
export function stopReading(kind: SheetKind): Thunk {
  return (_, getState, services) => {
    const ticket = getState().sheets[kind].reading?.ticket
    services.files.chosenFiles.get(ticket ?? '')?.stop.abort()
  }
}

/** Reads the chosen file as the user says: which worksheet, which columns. Columns are remembered for files like it. */
export function answerQuestion(kind: SheetKind, choice: ReadChoice): Thunk<Promise<void>> {
  return async (dispatch, getState, services) => {
    const { question } = getState().sheets[kind]
    const chosen = dispatch(readChosen(kind))
    if (!chosen) return
    const answer = question && readAnswer(kind, question, choice, chosen.choice)
    try {
      if (answer) services.files.columnMemory.remember(answer)
    } catch {
      // It is asked for again with the next file.
    }
    const { file, isPasted } = chosen
    await dispatch(loadFile(kind, file, { isPasted, choice: joinChoices(chosen.choice, choice) }))
  }
}

/** What of an answer holds for other files of the same header. @param before what was said of this file already */
function readAnswer(
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

/** Another worksheet has another header; of one and the same the last word counts, and what it leaves open stays as it was said. */
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

/** Takes a file that was chosen on the wrong tab to the one it belongs to. */
export function takeFileToTab(from: SheetKind, to: SheetKind): Thunk<Promise<void>> {
  return async (dispatch, getState) => {
    const chosen = dispatch(readChosen(from))
    dispatch(sheetRemoved({ kind: from, aside: getState().sheets[from].aside }))
    dispatch(tabChosen(to))
    if (chosen) await dispatch(loadFile(to, chosen.file, { isPasted: chosen.isPasted }))
  }
}

/** Takes the sheet off the desk. */
export function removeSheet(kind: SheetKind): Thunk {
  return (dispatch) => {
    if (!dispatch(isDeskBusy(kind))) dispatch(sheetRemoved({ kind, aside: dispatch(clearDesk(kind)) }))
  }
}

/** Lays the sheet that was put aside on the desk again, and the present one aside. */
export function showAside(kind: SheetKind): Thunk {
  return (dispatch) => {
    if (!dispatch(isDeskBusy(kind))) dispatch(asideShown({ kind }))
  }
}
