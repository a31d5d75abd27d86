import { createSlice, type PayloadAction } from '@reduxjs/toolkit'
import type { ReadQuestion } from '../../domain/sheet/sheetReading'
import type { FileProblem } from '../../domain/sheet/fileProblem'
import type { SheetKind } from '../../domain/sheet/columnMeaning'
import type { CheckedSheet } from '../../domain/sheet/checkedSheet'

/** A file that was read and checked. Frozen, so that Immer leaves its many rows alone. */
export interface LoadedSheet {
  /** The ID of its cancellation, too. */
  readonly id: string
  readonly checked: CheckedSheet
  /** SHA-256 of the file, in hex. */
  readonly fileHash: string
  /** The user has edited rows on the screen: choosing the file again would lose the edits. */
  readonly isEdited?: true
  /** Set if the sheet came back from the journal: its own columns are missing until the same file is chosen again. */
  readonly restored?: { readonly startedAt: number; readonly by: string; readonly lacksColumns: boolean }
}

/** Why a file was not loaded, or the question about it. */
interface Refusal {
  readonly problem: FileProblem | null
  /** The user must answer this before the file can be read. Beside a problem, the answer solves it. */
  readonly question: ReadQuestion | null
  /** The file that is refused or asks. */
  readonly refused: { readonly ticket: string; readonly fileName: string } | null
}

const noRefusal: Refusal = { problem: null, question: null, refused: null }

/** The place of one tab for a sheet that is being read, is refused, or is loaded; and for the previous sheet. */
export interface Slot extends Refusal {
  readonly reading: {
    readonly ticket: string
    readonly fileName: string
    readonly share: number
    /** The refusal before this reading, shown again if the reading is stopped. */
    readonly before: Refusal
  } | null
  /** An edit is being applied: the sheet in the slot must not be started yet. */
  readonly isEditing: boolean
  readonly sheet: LoadedSheet | null
  /** The sheet that a newer file replaced: the user can show it again. */
  readonly previous: LoadedSheet | null
}

export type SheetState = Readonly<Record<SheetKind, Slot>>

const emptySlot: Slot = {
  ...noRefusal,
  reading: null,
  isEditing: false,
  sheet: null,
  previous: null,
}
const initialState: SheetState = { 'sub-orders': emptySlot, 'line-items': emptySlot }

type InSlot<Payload> = PayloadAction<Payload & { readonly kind: SheetKind }>

const sheetSlice = createSlice({
  name: 'sheets',
  initialState,
  reducers: {
    fileChosen: (
      state,
      { payload: { kind, fileName, ticket } }: InSlot<{ fileName: string; ticket: string }>,
    ) => {
      const slot = state[kind]
      const { problem, question, refused } = slot
      const before = slot.reading?.before ?? { problem, question, refused }
      return { ...state, [kind]: { ...slot, ...noRefusal, reading: { ticket, fileName, share: 0, before } } }
    },
    fileProgressed: (state, { payload }: InSlot<{ ticket: string; share: number }>) => {
      const slot = state[payload.kind]
      if (slot.reading?.ticket !== payload.ticket) return state
      return { ...state, [payload.kind]: { ...slot, reading: { ...slot.reading, share: payload.share } } }
    },
    /** The user has stopped the reading: the slot is as it was. */
    readingStopped: (state, { payload }: InSlot<object>) => {
      const slot = state[payload.kind]
      return { ...state, [payload.kind]: { ...slot, ...slot.reading?.before, reading: null } }
    },
    // The sheet before must not stay in the slot: somebody could start it in place of the new sheet.
    fileRefused: (
      state,
      {
        payload: { kind, problem, question, previous },
      }: InSlot<Omit<Refusal, 'refused'> & { previous: LoadedSheet | null }>,
    ) => {
      const { reading } = state[kind]
      const refused = reading && { ticket: reading.ticket, fileName: reading.fileName }
      return { ...state, [kind]: { ...emptySlot, problem, question, refused, previous } }
    },
    sheetLoaded: (state, { payload }: InSlot<{ sheet: LoadedSheet; previous: LoadedSheet | null }>) => ({
      ...state,
      [payload.kind]: { ...emptySlot, sheet: payload.sheet, previous: payload.previous },
    }),
    sheetRemoved: (state, { payload }: InSlot<{ previous: LoadedSheet | null }>) => ({
      ...state,
      [payload.kind]: { ...emptySlot, previous: payload.previous },
    }),
    editBegan: (state, { payload }: InSlot<object>) => ({
      ...state,
      [payload.kind]: { ...state[payload.kind], isEditing: true },
    }),
    /** @param checked null: the edit failed, or changed nothing */
    editEnded: (
      state,
      { payload: { kind, id, checked } }: InSlot<{ id: string; checked: CheckedSheet | null }>,
    ) => {
      const slot = state[kind]
      if (slot.sheet?.id !== id) return state
      const { isEdited: _, ...before } = slot.sheet
      const isEdited = checked?.sheet.hasEdits ? ({ isEdited: true } as const) : {}
      const sheet = checked ? Object.freeze({ ...before, checked, ...isEdited }) : slot.sheet
      return { ...state, [kind]: { ...slot, isEditing: false, sheet } }
    },
    /** The user chose the same file again: the sheet has its own columns back. */
    columnsAttached: (state, { payload }: InSlot<{ checked: CheckedSheet }>) => {
      const slot = state[payload.kind]
      if (!slot.sheet?.restored) return state
      const restored = { ...slot.sheet.restored, lacksColumns: false }
      const sheet = Object.freeze({ ...slot.sheet, checked: payload.checked, restored })
      return { ...state, [payload.kind]: { ...slot, reading: null, sheet } }
    },
    previousForgotten: (state, { payload }: InSlot<object>) => ({
      ...state,
      [payload.kind]: { ...state[payload.kind], previous: null },
    }),
    previousShown: (state, { payload }: InSlot<object>) => {
      const slot = state[payload.kind]
      return { ...state, [payload.kind]: { ...emptySlot, sheet: slot.previous, previous: slot.sheet } }
    },
  },
})

export const {
  fileChosen,
  fileProgressed,
  readingStopped,
  fileRefused,
  editBegan,
  editEnded,
  sheetLoaded,
  sheetRemoved,
  columnsAttached,
  previousForgotten,
  previousShown,
} = sheetSlice.actions
export const sheetReducer = sheetSlice.reducer
