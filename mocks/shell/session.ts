import type { User } from '../../src/host/contract'

export interface PortalUser extends User {
  readonly name: string
  readonly role: string
  readonly permissions: readonly string[]
}

/** Two people, so that the permission of the menu entry shows. */
export const people: readonly PortalUser[] = [
  {
    id: 'priya.nair',
    tenant: 'acme-retail',
    name: 'Priya Nair',
    role: 'OMS supervisor',
    permissions: ['sub-order:cancel'],
  },
  { id: 'arjun.rao', tenant: 'acme-retail', name: 'Arjun Rao', role: 'Viewer', permissions: [] },
]

let current: PortalUser | null = people[0] ?? null
let count = 1
const listeners = new Set<() => void>()

/** The logged-in user, and the session header for the OMS. */
export const session = {
  user: (): PortalUser | null => current,
  headers: (): Record<string, string> =>
    current ? { 'x-oms-session': `${current.id}-${count}`, 'x-oms-tenant': current.tenant } : {},
  change(user: PortalUser | null): void {
    current = user
    count += 1
    for (const listener of listeners) listener()
  },
  subscribe(listener: () => void): () => void {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  },
}
