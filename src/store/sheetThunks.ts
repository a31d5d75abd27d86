import { readSheet } from '../csv/readSheet'
import type { CheckedSheet, SheetKind } from '../domain/sheet'
import { validateRows } from '../domain/validateRows'
import { clearDesk } from './clearDesk'
import { earlierFound, requestsPlanned } from './runsSlice'
import {
  asideShown,
  columnsAttached,
  fileChosen,
  fileProgressed,
  fileRefused,
  type LoadedSheet,
  sheetLoaded,
  sheetRemoved,
} from './sheetSlice'
import type { Thunk } from './store'
import { tabChosen } from './viewSlice'

/** A sheet whose run goes on stays where it is. */
function isDeskBusy(kind: SheetKind): Thunk<boolean> {
  return (_, getState) => {
    const { sheets, runs } = getState()
    return runs.activeId !== null && sheets[kind].sheet?.id === runs.activeId
  }
}

/** The file of a run that came back from the journal, chosen again: its own columns come back to it, and nothing else changes. */
function attachColumns(kind: SheetKind, checked: CheckedSheet, fileHash: string): Thunk<boolean> {
  return (dispatch, getState) => {
    const { sheet } = getState().sheets[kind]
    if (!sheet?.restored?.lacksColumns || sheet.fileHash !== fileHash) return false
    const { requests } = sheet.checked
    // An older version of the screen may have judged the rows in another way.
    const isSame =
      requests.length === checked.requests.length &&
      requests.every(({ subOrderId }, position) => checked.requests[position]?.subOrderId === subOrderId)
    if (isSame) dispatch(columnsAttached({ kind, checked: Object.freeze(checked) }))
    return isSame
  }
}

/** Looks up what of a new sheet an earlier run has cancelled, or left in doubt. */
function findEarlierRuns(id: string): Thunk<Promise<void>> {
  return async (dispatch, getState, services) => {
    const { journal } = await services.openJournal()
    const requests = getState().runs.byId[id]?.requests
    if (!requests) return
    const heldBack = await journal.findEarlier(id, requests, services.createBreathe())
    if (heldBack.size > 0) dispatch(earlierFound({ id, heldBack }))
  }
}

/** Reads and checks a file, and lays it on the desk of its tab. The file chosen last wins. */
export function loadFile(kind: SheetKind, file: File): Thunk<Promise<void>> {
  return async (dispatch, getState, services) => {
    if (dispatch(isDeskBusy(kind))) return
    const ticket = services.createId()
    const isLatest = () => getState().sheets[kind].reading?.ticket === ticket
    services.chosenFiles.set(kind, file)
    dispatch(fileChosen({ kind, ticket, fileName: file.name }))
    const breathe = services.createBreathe()
    const read = await readSheet(file, {
      kind,
      ...services.readLimits(),
      breathe,
      onProgress: (done, total) => {
        if (isLatest()) dispatch(fileProgressed({ kind, ticket, share: done / total }))
      },
    })
    const checked = read.ok ? await validateRows(read.sheet, breathe) : null
    if (!isLatest()) return
    if (read.ok && checked && dispatch(attachColumns(kind, checked, read.fileHash))) return
    const aside = dispatch(clearDesk(kind))
    if (read.ok && checked) {
      const { fileHash } = read
      const sheet: LoadedSheet = Object.freeze({ id: ticket, checked: Object.freeze(checked), fileHash })
      dispatch(requestsPlanned({ id: ticket, requests: checked.requests }))
      dispatch(sheetLoaded({ kind, sheet, aside }))
      await dispatch(findEarlierRuns(ticket))
    } else if (!read.ok) {
      dispatch(fileRefused({ kind, problem: read.problem, aside }))
    }
  }
}

/** Takes a file that was chosen on the wrong tab to the one it belongs to. */
export function takeFileToTab(from: SheetKind, to: SheetKind): Thunk<Promise<void>> {
  return async (dispatch, getState, services) => {
    const file = services.chosenFiles.get(from)
    dispatch(sheetRemoved({ kind: from, aside: getState().sheets[from].aside }))
    dispatch(tabChosen(to))
    if (file) await dispatch(loadFile(to, file))
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
