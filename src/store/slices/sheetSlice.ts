import { createSlice, type PayloadAction } from '@reduxjs/toolkit'
import type { ReadQuestion } from '../../domain/sheet/sheetReading'
import type { FileProblem } from '../../domain/sheet/fileProblem'
import type { SheetKind } from '../../domain/sheet/columnMeaning'
import type { CheckedSheet } from '../../domain/sheet/checkedSheet'

/** A file that was read and checked. Frozen, so that Immer leaves its many rows alone. */
export interface LoadedSheet {
  /** Names its cancellation among the runs. */
  readonly id: string
  readonly checked: CheckedSheet
  /** SHA-256 of the file, in hex. */
  readonly fileHash: string
  /** The user has changed rows of it on the screen: choosing the file again would not bring that back. */
  readonly isMended?: true
  /** Where it came back from the journal: without the user's own columns, until the same file is chosen again. */
  readonly restored?: { readonly startedAt: number; readonly by: string; readonly lacksColumns: boolean }
}

/** What a file came to that was not loaded. */
interface Refusal {
  readonly problem: FileProblem | null
  /** What the user has to say before the file can be read; with a problem, the way out of it. */
  readonly question: ReadQuestion | null
  /** Of the file that is refused or asks. */
  readonly refusedTicket: string | null
}

const noRefusal: Refusal = { problem: null, question: null, refusedTicket: null }

/** Where the sheet of one tab lies: being read, refused, or loaded; and the one that was there before. */
export interface Desk extends Refusal {
  readonly reading: {
    readonly ticket: string
    readonly fileName: string
    readonly share: number
    /** What stood there before: it comes back where the reading is stopped. */
    readonly before: Refusal
  } | null
  /** A mend is being worked in: the sheet on the desk is not the one to start with. */
  readonly isMending: boolean
  readonly sheet: LoadedSheet | null
  /** The sheet that a newer file replaced: its results can be had again. */
  readonly aside: LoadedSheet | null
}

export type SheetState = Readonly<Record<SheetKind, Desk>>

const emptyDesk: Desk = {
  ...noRefusal,
  reading: null,
  isMending: false,
  sheet: null,
  aside: null,
}
const initialState: SheetState = { 'sub-orders': emptyDesk, 'line-items': emptyDesk }

type OnDesk<Payload> = PayloadAction<Payload & { readonly kind: SheetKind }>

const sheetSlice = createSlice({
  name: 'sheets',
  initialState,
  reducers: {
    fileChosen: (
      state,
      { payload: { kind, fileName, ticket } }: OnDesk<{ fileName: string; ticket: string }>,
    ) => {
      const desk = state[kind]
      const { problem, question, refusedTicket } = desk
      const before = desk.reading?.before ?? { problem, question, refusedTicket }
      return { ...state, [kind]: { ...desk, ...noRefusal, reading: { ticket, fileName, share: 0, before } } }
    },
    fileProgressed: (state, { payload }: OnDesk<{ ticket: string; share: number }>) => {
      const desk = state[payload.kind]
      if (desk.reading?.ticket !== payload.ticket) return state
      return { ...state, [payload.kind]: { ...desk, reading: { ...desk.reading, share: payload.share } } }
    },
    /** The user does not want it any more: the desk is as it was. */
    readingStopped: (state, { payload }: OnDesk<object>) => {
      const desk = state[payload.kind]
      return { ...state, [payload.kind]: { ...desk, ...desk.reading?.before, reading: null } }
    },
    // The sheet before must not stay on the desk: somebody would start it in the place of the new one.
    fileRefused: (
      state,
      {
        payload: { kind, problem, question, refusedTicket, aside },
      }: OnDesk<Refusal & { aside: LoadedSheet | null }>,
    ) => ({ ...state, [kind]: { ...emptyDesk, problem, question, refusedTicket, aside } }),
    sheetLoaded: (state, { payload }: OnDesk<{ sheet: LoadedSheet; aside: LoadedSheet | null }>) => ({
      ...state,
      [payload.kind]: { ...emptyDesk, sheet: payload.sheet, aside: payload.aside },
    }),
    sheetRemoved: (state, { payload }: OnDesk<{ aside: LoadedSheet | null }>) => ({
      ...state,
      [payload.kind]: { ...emptyDesk, aside: payload.aside },
    }),
    mendBegan: (state, { payload }: OnDesk<object>) => ({
      ...state,
      [payload.kind]: { ...state[payload.kind], isMending: true },
    }),
    /** Null: nothing came of it. */
    sheetMended: (
      state,
      { payload: { kind, id, checked } }: OnDesk<{ id: string; checked: CheckedSheet | null }>,
    ) => {
      const desk = state[kind]
      if (desk.sheet?.id !== id) return state
      const { isMended: _, ...before } = desk.sheet
      const isMended = checked?.sheet.hasEdits ? ({ isMended: true } as const) : {}
      const sheet = checked ? Object.freeze({ ...before, checked, ...isMended }) : desk.sheet
      return { ...state, [kind]: { ...desk, isMending: false, sheet } }
    },
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
  readingStopped,
  fileRefused,
  mendBegan,
  sheetMended,
  sheetLoaded,
  sheetRemoved,
  columnsAttached,
  asideForgotten,
  asideShown,
} = sheetSlice.actions
export const sheetReducer = sheetSlice.reducer
