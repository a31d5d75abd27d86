import { createElement, useEffect, useRef } from 'host-react'
import type { Host, PluginHandle } from './host/contract'
import { plugin } from './plugin'

/**
 * The screen for a React host of any version from 16.8: one `<div>` of the host's React, in which the plugin mounts
 * with a React of its own.
 */
export default function SubOrderCancellation({ host }: { host: Host }) {
  const element = useRef<HTMLDivElement | null>(null)
  const handle = useRef<PluginHandle | null>(null)
  const latest = useRef(host)
  latest.current = host

  // Before the mount: a screen that was just mounted has this host already.
  useEffect(() => {
    handle.current?.update(host)
  }, [host])
  useEffect(() => {
    if (!element.current) return undefined
    const mounted = plugin.mount(element.current, latest.current)
    handle.current = mounted
    return () => {
      handle.current = null
      void mounted.unmount()
    }
  }, [])

  return createElement('div', { ref: element })
}
