import { createSlice, type PayloadAction } from '@reduxjs/toolkit'
import type { Keeping } from '../../domain/record/journal'
import type { RunEntry } from '../../domain/record/runEntry'

/** The state of the journal, and the runs that it holds. */
export interface JournalState {
  /** `opening`: the journal is not open yet. */
  readonly keeping: Keeping | 'opening'
  /** The user has agreed to work in a browser that keeps no record. */
  readonly hasConsented: boolean
  /** The latest first; runs in a slot among them. */
  readonly history: readonly RunEntry[]
}

const initialState: JournalState = { keeping: 'opening', hasConsented: false, history: [] }

const journalSlice = createSlice({
  name: 'journal',
  initialState,
  reducers: {
    journalOpened: (state, { payload }: PayloadAction<Keeping>) => ({ ...state, keeping: payload }),
    consentGiven: (state, { payload }: PayloadAction<boolean>) => ({ ...state, hasConsented: payload }),
    historyRead: (state, { payload }: PayloadAction<readonly RunEntry[]>) => ({ ...state, history: payload }),
  },
})

export const { journalOpened, consentGiven, historyRead } = journalSlice.actions
export const journalReducer = journalSlice.reducer
