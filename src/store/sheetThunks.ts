import { readSheet } from '../csv/readSheet'
import type { SheetKind } from '../domain/sheet'
import { validateRows } from '../domain/validateRows'
import { cancellationForgotten, requestsPlanned } from './runsSlice'
import {
  asideShown,
  fileChosen,
  fileProgressed,
  fileRefused,
  type LoadedSheet,
  sheetLoaded,
  sheetRemoved,
} from './sheetSlice'
import type { Thunk } from './store'
import { tabChosen } from './viewSlice'

/** Clears the desk: a sheet on which something was sent is put aside, so that its results can be had again. */
function clearDesk(kind: SheetKind): Thunk<LoadedSheet | null> {
  return (dispatch, getState) => {
    const { sheets, runs } = getState()
    const { sheet, aside } = sheets[kind]
    if (!sheet) return aside
    if (!runs.byId[sheet.id]?.run) {
      dispatch(cancellationForgotten({ id: sheet.id }))
      return aside
    }
    if (aside) dispatch(cancellationForgotten({ id: aside.id }))
    return sheet
  }
}

/** A sheet whose run goes on stays where it is. */
function isDeskBusy(kind: SheetKind): Thunk<boolean> {
  return (_, getState) => {
    const { sheets, runs } = getState()
    return runs.activeId !== null && sheets[kind].sheet?.id === runs.activeId
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
    const aside = dispatch(clearDesk(kind))
    if (checked) {
      const sheet: LoadedSheet = Object.freeze({ id: ticket, checked: Object.freeze(checked) })
      dispatch(requestsPlanned({ id: ticket, requests: checked.requests }))
      dispatch(sheetLoaded({ kind, sheet, aside }))
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
