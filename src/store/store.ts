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

/** RTK's development checks over 5,000 rows take 43 s instead of 2. */
const unchecked = { ignoredPaths: ['sheets', 'runs'], ignoredActionPaths: ['payload'] }

/** The store of one user's session, with the services that its thunks use. */
export function createStore(services: Services) {
  const store = configureStore({
    reducer,
    // A browser extension must not see the IDs of a tenant.
    devTools: false,
    middleware: (getDefault) =>
      getDefault({
        thunk: { extraArgument: services },
        immutableCheck: unchecked,
        serializableCheck: unchecked,
      }),
  })
  return Object.assign(store, { services })
}

export type Store = ReturnType<typeof createStore>
export type RootState = ReturnType<typeof reducer>
export type Dispatch = Store['dispatch']
export type Thunk<Result = void> = ThunkAction<Result, RootState, Services, UnknownAction>
