import { createSlice, type PayloadAction } from '@reduxjs/toolkit'
import type { SheetKind } from '../../domain/sheet/columnMeaning'

export type CancellationType = 'multiple' | 'single'

/** What the screen shows and has been typed into; kept, so that another menu and back loses nothing. */
export interface ViewState {
  readonly tab: SheetKind
  readonly cancellationType: CancellationType
  readonly singleText: string
  /** The cancellation of the single sub-order submitted last. */
  readonly singleId: string | null
  /** False after a logout or a change of user: then nothing of this person's is shown or started. */
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
