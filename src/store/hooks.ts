import { useDispatch, useSelector, useStore } from 'react-redux'
import type { Services } from './services'
import type { Dispatch, RootState, Store } from './store'

export const useAppDispatch = useDispatch.withTypes<Dispatch>()
export const useAppSelector = useSelector.withTypes<RootState>()
/** For handlers that read the state of the moment. */
export const useAppStore = useStore.withTypes<Store>()

/** For reads that take long or ask the host. */
export function useServices(): Services {
  return useAppStore().services
}
