import { useMemo } from 'react'
import { createFetchClient } from '../../src/host/adapters'
import type { Host } from '../../src/host/contract'
import type { ShellConfig } from './config'
import { runProgress } from './runProgress'
import { type PortalUser, session } from './session'

const guards = new Set<() => string | null>()

/** The plugin's reason for staying; null: leaving is fine. */
export function findReasonToStay(): string | null {
  for (const guard of guards) {
    const reason = guard()
    if (reason !== null) return reason
  }
  return null
}

function blockLeaving(reason: () => string | null): () => void {
  guards.add(reason)
  return () => void guards.delete(reason)
}

function onSessionChange(listener: (user: PortalUser | null) => void): () => void {
  return session.subscribe(() => listener(session.user()))
}

/** The portal as the plugin sees it. */
export function useHost(config: ShellConfig, user: PortalUser, mode: 'light' | 'dark'): Host {
  const api = useMemo(
    () => createFetchClient({ baseUrl: config.oms, headers: session.headers }),
    [config.oms],
  )
  return useMemo(
    () => ({
      contract: '1.0.0',
      api,
      user,
      can: (permission) => user.permissions.includes(permission),
      locale: 'en-GB',
      theme: { mode },
      ...(config.callsPerMinute === undefined ? {} : { settings: { callsPerMinute: config.callsPerMinute } }),
      onEvent: runProgress.hear,
      blockLeaving,
      onSessionChange,
    }),
    [api, user, mode, config.callsPerMinute],
  )
}
