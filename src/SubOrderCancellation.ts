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

  useEffect(() => {
    if (!element.current) return undefined
    const mounted = plugin.mount(element.current, latest.current)
    handle.current = mounted
    return () => {
      handle.current = null
      void mounted.unmount()
    }
  }, [])
  useEffect(() => {
    handle.current?.update(host)
  }, [host])

  return createElement('div', { ref: element })
}
