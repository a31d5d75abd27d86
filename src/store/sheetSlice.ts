import { createSlice, type PayloadAction } from '@reduxjs/toolkit'
import type { CheckedSheet, FileProblem, SheetKind } from '../domain/sheet'

/** A file that was read and checked. Frozen, so that Immer leaves its many rows alone. */
export interface LoadedSheet {
  /** Names its cancellation among the runs. */
  readonly id: string
  readonly checked: CheckedSheet
  /** SHA-256 of the file, in hex. */
  readonly fileHash: string
  /** Where it came back from the journal: without the user's own columns, until the same file is chosen again. */
  readonly restored?: { readonly startedAt: number; readonly by: string; readonly lacksColumns: boolean }
}

/** Where the sheet of one tab lies: being read, refused, or loaded; and the one that was there before. */
export interface Desk {
  readonly reading: { readonly ticket: string; readonly fileName: string; readonly share: number } | null
  readonly problem: FileProblem | null
  readonly sheet: LoadedSheet | null
  /** The sheet that a newer file replaced: its results can be had again. */
  readonly aside: LoadedSheet | null
}

export type SheetState = Readonly<Record<SheetKind, Desk>>

const emptyDesk: Desk = { reading: null, problem: null, sheet: null, aside: null }
const initialState: SheetState = { 'sub-orders': emptyDesk, 'line-items': emptyDesk }

type OnDesk<Payload> = PayloadAction<Payload & { readonly kind: SheetKind }>

const sheetSlice = createSlice({
  name: 'sheets',
  initialState,
  reducers: {
    fileChosen: (state, { payload }: OnDesk<{ fileName: string; ticket: string }>) => ({
      ...state,
      [payload.kind]: {
        ...state[payload.kind],
        problem: null,
        reading: { ticket: payload.ticket, fileName: payload.fileName, share: 0 },
      },
    }),
    fileProgressed: (state, { payload }: OnDesk<{ ticket: string; share: number }>) => {
      const desk = state[payload.kind]
      if (desk.reading?.ticket !== payload.ticket) return state
      return { ...state, [payload.kind]: { ...desk, reading: { ...desk.reading, share: payload.share } } }
    },
    // The sheet before must not stay on the desk: somebody would start it in the place of the new one.
    fileRefused: (state, { payload }: OnDesk<{ problem: FileProblem; aside: LoadedSheet | null }>) => ({
      ...state,
      [payload.kind]: { ...emptyDesk, problem: payload.problem, aside: payload.aside },
    }),
    sheetLoaded: (state, { payload }: OnDesk<{ sheet: LoadedSheet; aside: LoadedSheet | null }>) => ({
      ...state,
      [payload.kind]: { ...emptyDesk, sheet: payload.sheet, aside: payload.aside },
    }),
    sheetRemoved: (state, { payload }: OnDesk<{ aside: LoadedSheet | null }>) => ({
      ...state,
      [payload.kind]: { ...emptyDesk, aside: payload.aside },
    }),
    /** The same file was chosen again: the user's own columns are back. */
    columnsAttached: (state, { payload }: OnDesk<{ checked: CheckedSheet }>) => {
      const desk = state[payload.kind]
      if (!desk.sheet?.restored) return state
      const restored = { ...desk.sheet.restored, lacksColumns: false }
      const sheet = Object.freeze({ ...desk.sheet, checked: payload.checked, restored })
      return { ...state, [payload.kind]: { ...desk, reading: null, sheet } }
    },
    asideForgotten: (state, { payload }: OnDesk<object>) => ({
      ...state,
      [payload.kind]: { ...state[payload.kind], aside: null },
    }),
    asideShown: (state, { payload }: OnDesk<object>) => {
      const desk = state[payload.kind]
      return { ...state, [payload.kind]: { ...emptyDesk, sheet: desk.aside, aside: desk.sheet } }
    },
  },
})

export const {
  fileChosen,
  fileProgressed,
  fileRefused,
  sheetLoaded,
  sheetRemoved,
  columnsAttached,
  asideForgotten,
  asideShown,
} = sheetSlice.actions
export const sheetReducer = sheetSlice.reducer
