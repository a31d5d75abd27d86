import { useSyncExternalStore } from 'react'

const CHANGE = 'portal:path'

/** The path of the page, and a function that changes it without a reload. */
export function usePath(): [path: string, go: (path: string) => void] {
  return [useSyncExternalStore(subscribe, () => location.pathname), go]
}

function go(path: string): void {
  history.pushState(null, '', path)
  dispatchEvent(new Event(CHANGE))
}

function subscribe(listener: () => void): () => void {
  addEventListener('popstate', listener)
  addEventListener(CHANGE, listener)
  return () => {
    removeEventListener('popstate', listener)
    removeEventListener(CHANGE, listener)
  }
}
