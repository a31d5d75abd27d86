import type { PageVisibility } from '../run/timers'

export const pageVisibility: PageVisibility = {
  isHidden: () => document.visibilityState === 'hidden',
  onChange: (listener) => {
    document.addEventListener('visibilitychange', listener)
    return () => document.removeEventListener('visibilitychange', listener)
  },
}
