import { useDispatch, useSelector, useStore } from 'react-redux'
import type { Services } from './services'
import type { Dispatch, RootState, Store } from './store'

export const useAppDispatch = useDispatch.withTypes<Dispatch>()
export const useAppSelector = useSelector.withTypes<RootState>()
/** Gives handlers the store, to read its present state. */
export const useAppStore = useStore.withTypes<Store>()

/** Gives components the services, for slow reads and questions to the host. */
export function useServices(): Services {
  return useAppStore().services
}
