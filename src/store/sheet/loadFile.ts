import { showFileName } from '../../domain/ids/cleanText'
import type { SheetKind } from '../../domain/sheet/columnMeaning'
import type { ReadResult, RememberedColumns } from '../../domain/sheet/sheetReading'
import { selectIsSlotBusy } from '../selectors'
import type { ChosenFile, Services } from '../services'
import { requestsPlanned } from '../slices/runActions'
import {
  fileChosen,
  fileProgressed,
  fileRefused,
  type LoadedSheet,
  readingStopped,
  sheetLoaded,
} from '../slices/sheetSlice'
import type { Thunk } from '../store'
import { attachColumns } from './attachColumns'
import { findEarlierRuns } from './findEarlierRuns'
import { clearSlot } from './slotThunks'

type Chosen = Partial<Pick<ChosenFile, 'isPasted' | 'choice'>>

/** Reads and checks a file and places it in the slot of its tab. The file chosen last wins. */
export function loadFile(
  kind: SheetKind,
  file: File,
  { isPasted = false, choice = {} }: Chosen = {},
): Thunk<Promise<void>> {
  return async (dispatch, getState, services) => {
    if (selectIsSlotBusy(getState(), kind)) return
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
      const remembered = listRemembered(services)
      const request = { kind, ...services.files.readLimits(), isPasted, remembered, choice }
      const read = await services.files.readFile(file, request, onProgress, stop.signal)
      if (isLatest()) await dispatch(placeSheet(kind, ticket, read))
    } catch {
      // The reading must end, whatever failed. The sheet in the slot stays there.
      if (isLatest()) await dispatch(placeSheet(kind, ticket, refuseUnread(file)))
    }
    dispatch(forgetFiles())
  }
}

/** If the remembered columns cannot be read, the user is asked for the columns again. */
function listRemembered({ files }: Services): readonly RememberedColumns[] {
  try {
    return files.columnMemory.list()
  } catch {
    return []
  }
}

function refuseUnread(file: File): ReadResult {
  return { type: 'refused', problem: { code: 'UNREADABLE', fileName: showFileName(file.name) } }
}

/** Puts the result of a reading into the slot. Until then the sheet before stays there. */
function placeSheet(kind: SheetKind, id: string, read: ReadResult): Thunk<Promise<void>> {
  return async (dispatch) => {
    if (read.type === 'stopped') {
      dispatch(readingStopped({ kind }))
      return
    }
    if (read.type !== 'checked') {
      const problem = read.type === 'refused' ? read.problem : null
      dispatch(
        fileRefused({ kind, problem, question: read.question ?? null, previous: dispatch(clearSlot(kind)) }),
      )
      return
    }
    const { checked, fileHash } = read
    if (await dispatch(attachColumns(kind, id, checked, fileHash))) return
    const previous = dispatch(clearSlot(kind))
    const sheet: LoadedSheet = Object.freeze({ id, checked: Object.freeze(checked), fileHash })
    dispatch(requestsPlanned({ id, requests: checked.requests }))
    dispatch(sheetLoaded({ kind, sheet, previous }))
    await dispatch(findEarlierRuns(id))
  }
}

/** Stops the reading of a file; the slot is as it was before. */
export function stopReading(kind: SheetKind): Thunk {
  return (_, getState, services) => {
    const ticket = getState().sheets[kind].reading?.ticket
    services.files.chosenFiles.get(ticket ?? '')?.stop.abort()
  }
}

/** Forgets the files that are in no slot any more: a pasted file holds all its text. */
function forgetFiles(): Thunk {
  return (_, getState, { files: { chosenFiles } }) => {
    const slots = Object.values(getState().sheets)
    const kept = new Set(
      slots.flatMap(({ reading, refused, sheet, previous }) => [
        reading?.ticket,
        reading?.before.refused?.ticket,
        refused?.ticket,
        sheet?.id,
        previous?.id,
      ]),
    )
    for (const ticket of chosenFiles.keys()) if (!kept.has(ticket)) chosenFiles.delete(ticket)
  }
}
