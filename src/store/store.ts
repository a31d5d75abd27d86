import { combineReducers, configureStore, type ThunkAction, type UnknownAction } from '@reduxjs/toolkit'
import { journalReducer } from './slices/journalSlice'
import { runsReducer } from './slices/runsSlice'
import type { Services } from './services'
import { sheetReducer } from './slices/sheetSlice'
import { viewReducer } from './slices/viewSlice'

const reducer = combineReducers({
  sheets: sheetReducer,
  runs: runsReducer,
  journal: journalReducer,
  view: viewReducer,
})

/** With RTK's development checks over the rows, 5,000 of them take 43 s in place of 2. */
const unchecked = { ignoredPaths: ['sheets', 'runs'], ignoredActionPaths: ['payload'] }

export function createStore(services: Services) {
  return configureStore({
    reducer,
    // IDs of a tenant are nobody's business in a browser extension.
    devTools: false,
    middleware: (getDefault) =>
      getDefault({
        thunk: { extraArgument: services },
        immutableCheck: unchecked,
        serializableCheck: unchecked,
      }),
  })
}

export type Store = ReturnType<typeof createStore>
export type RootState = ReturnType<typeof reducer>
export type Dispatch = Store['dispatch']
export type Thunk<Result = void> = ThunkAction<Result, RootState, Services, UnknownAction>
