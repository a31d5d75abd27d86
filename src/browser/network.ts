import type { Network } from '../run/recovery'

/** The browser's knowledge of the network: offline is certain, online is not. */
export const browserNetwork: Network = {
  isOnline: () => navigator.onLine,
  untilOnline: (stop) =>
    new Promise((resolve) => {
      if (stop.aborted || navigator.onLine) {
        resolve()
        return
      }
      const end = () => {
        window.removeEventListener('online', end)
        stop.removeEventListener('abort', end)
        resolve()
      }
      window.addEventListener('online', end)
      stop.addEventListener('abort', end)
    }),
}
