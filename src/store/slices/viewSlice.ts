import { createSlice, type PayloadAction } from '@reduxjs/toolkit'
import type { SheetKind } from '../../domain/sheet/columnMeaning'

export type CancellationType = 'multiple' | 'single'

/** The open tab and the typed text. They outlive a visit to another menu. */
export interface ViewState {
  readonly tab: SheetKind
  readonly cancellationType: CancellationType
  readonly singleText: string
  /** The cancellation of the single sub-order submitted last. */
  readonly singleId: string | null
  /** False after a logout or a change of user: then the screen shows and starts nothing of this user. */
  readonly isUserHere: boolean
}

const initialState: ViewState = {
  tab: 'sub-orders',
  cancellationType: 'multiple',
  singleText: '',
  singleId: null,
  isUserHere: true,
}

const viewSlice = createSlice({
  name: 'view',
  initialState,
  reducers: {
    tabChosen: (state, { payload }: PayloadAction<SheetKind>) => ({ ...state, tab: payload }),
    cancellationTypeChosen: (state, { payload }: PayloadAction<CancellationType>) => ({
      ...state,
      cancellationType: payload,
    }),
    singleTextChanged: (state, { payload }: PayloadAction<string>) => ({ ...state, singleText: payload }),
    userChanged: (state, { payload }: PayloadAction<{ isHere: boolean }>) => ({
      ...state,
      isUserHere: payload.isHere,
    }),
    singleSubmitted: (state, { payload }: PayloadAction<string | null>) => ({ ...state, singleId: payload }),
  },
})

export const { tabChosen, cancellationTypeChosen, singleTextChanged, singleSubmitted, userChanged } =
  viewSlice.actions
export const viewReducer = viewSlice.reducer
