import { loadPlugin } from 'host-plugin'
import { createElement, useEffect, useRef } from 'react'

/** For a React host without federation: the handle, kept by an effect. */
export function Screen({ host }) {
  const element = useRef(null)
  const latest = useRef(host)
  const handle = useRef(null)
  latest.current = host

  useEffect(() => {
    let isHere = true
    void loadPlugin().then((plugin) => {
      if (isHere) handle.current = plugin.mount(element.current, latest.current)
    })
    return () => {
      isHere = false
      void handle.current?.unmount()
    }
  }, [])
  useEffect(() => handle.current?.update(host), [host])
  return createElement('div', { ref: element })
}
