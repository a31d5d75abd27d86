import { isShape, isText } from './shape'

/** The user whose runs a host speaks for. */
export interface Principal {
  readonly id: string
  readonly tenant: string
}

/** Reads a host's user; undefined where its id or its tenant is missing or unreadable. Never throws. */
export function readUser(user: unknown): Principal | undefined {
  try {
    if (!isShape(user)) return undefined
    const { id, tenant } = user
    return isText(id) && isText(tenant) ? { id, tenant } : undefined
  } catch {
    return undefined
  }
}

/**
 * Reads the signed-in user of a host; undefined where nobody is signed in or the user is unreadable. Never throws, even
 * if the host is broken in other ways.
 */
export function readPrincipal(host: unknown): Principal | undefined {
  try {
    return isShape(host) ? readUser(host.user) : undefined
  } catch {
    return undefined
  }
}

/** The name of a host's user for people to read; `id` where the host has no readable name. Never throws. */
export function readUserName(host: unknown, id: string): string {
  try {
    const name = isShape(host) && isShape(host.user) ? host.user.name : undefined
    return typeof name === 'string' && name.trim() !== '' ? name : id
  } catch {
    return id
  }
}
