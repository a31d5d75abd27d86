import type { Host } from './contract'
import { defaultPaths } from './defaultPaths'
import { isOnePath, isTemplate } from './isOnePath'

export type HostCheck =
  | { readonly ok: true; readonly host: Host }
  | { readonly ok: false; readonly faults: readonly string[] }

type Shape = Readonly<Record<string, unknown>>

const isShape = (value: unknown): value is Shape => typeof value === 'object' && value !== null
const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''

/** The plugin needs `^1.0.0`: this major version, any minor. */
function checkContract(version: unknown): string[] {
  if (!isText(version)) return ['host.contract is missing. Give the version of the contract, "1.0.0".']
  const major = /^(\d+)\.\d+\.\d+(\+.*)?$/.exec(version)?.[1]
  if (major === '1') return []
  const needs = `host.contract is "${version}", and this plugin needs ^1.0.0.`
  if (major === undefined) return [`${needs} Give a version of three numbers, "1.0.0".`]
  return [
    `${needs} ${major === '0' ? 'The portal is older: update it.' : 'The portal is newer: deploy a newer plugin.'}`,
  ]
}

function checkUser(user: unknown): string[] {
  if (isShape(user) && isText(user.id) && isText(user.tenant)) return []
  return ['host.user needs an id and a tenant, both non-empty text: a run belongs to one person.']
}

const PATHS = ['cancelSubOrder', 'cancelLineItems', 'readSubOrder']

/** What is wrong with the host's paths; read anew, also of those that it changes in place. Throws what a getter throws. */
export function findPathFaults(paths: unknown): string[] {
  if (paths === undefined) return []
  if (!isShape(paths)) return ['host.settings.paths must be an object.']
  // A path may also come from the prototype.
  const faults = [...new Set([...PATHS, ...Object.keys(paths)])]
    .filter((name) => paths[name] !== undefined && !isTemplate(paths[name]))
    .map((name) => `host.settings.paths.${name} must contain {subOrderId}.`)
  if (faults.length > 0) return faults
  const whole = paths.cancelSubOrder ?? defaultPaths.cancelSubOrder
  const lines = paths.cancelLineItems ?? defaultPaths.cancelLineItems
  // With one path for both, a lost body would turn a line-item call into the cancellation of the whole sub-order.
  const isOne = isTemplate(whole) && isTemplate(lines) && isOnePath(whole, lines)
  return isOne ? ['host.settings.paths needs different paths for both calls.'] : []
}

/** A limit or a pace: with none at all, or one without end, nothing would ever be sent, or everything at once. */
export function isFigure(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value > 0
}

function checkFigures(settings: Shape): string[] {
  return ['callsPerMinute', 'answerTimeoutMs', 'maxRows']
    .filter((name) => settings[name] !== undefined && !isFigure(settings[name]))
    .map((name) => `host.settings.${name} must be a number above 0.`)
}

/** One that is no list of texts would be left out, and verdicts would be other than the host meant. */
function checkCodes(settings: Shape): string[] {
  return ['refusalCodes', 'alreadyCancelledCodes']
    .filter((name) => {
      const codes = settings[name]
      return codes !== undefined && !(Array.isArray(codes) && codes.every(isText))
    })
    .map((name) => `host.settings.${name} must be a list of codes, each a non-empty text.`)
}

function checkSettings(settings: unknown): string[] {
  if (settings === undefined) return []
  if (!isShape(settings)) return ['host.settings must be an object.']
  return [...findPathFaults(settings.paths), ...checkFigures(settings), ...checkCodes(settings)]
}

/** Whose runs a host speaks for. */
export interface Principal {
  readonly id: string
  readonly tenant: string
}

/** Who is signed in, read once; undefined: nobody, or nobody can tell. Never throws, whatever else is wrong with the host. */
export function readPrincipal(host: unknown): Principal | undefined {
  try {
    return isShape(host) ? readUser(host.user) : undefined
  } catch {
    return undefined
  }
}

/** A host's user as far as it says whose runs these are; undefined where it does not. Never throws. */
export function readUser(user: unknown): Principal | undefined {
  try {
    if (!isShape(user)) return undefined
    const { id, tenant } = user
    return isText(id) && isText(tenant) ? { id, tenant } : undefined
  } catch {
    return undefined
  }
}

/** How a person would name the user; the ID where the host has no name, or none that can be read. Never throws. */
export function readUserName(host: unknown, id: string): string {
  try {
    const name = isShape(host) && isShape(host.user) ? host.user.name : undefined
    return typeof name === 'string' && name.trim() !== '' ? name : id
  } catch {
    return id
  }
}

/** Tells what is wrong with a host, in sentences for its developer. Throws only what a getter of the host throws. */
export function checkHost(host: unknown): HostCheck {
  if (!isShape(host)) return { ok: false, faults: ['mount(element, host) was called without a host.'] }
  const hasClient = isShape(host.api) && typeof host.api.request === 'function'
  const faults = [
    ...checkContract(host.contract),
    ...(hasClient
      ? []
      : ['host.api.request is missing: it makes the calls. See the adapters for axios and fetch.']),
    ...checkUser(host.user),
    ...checkSettings(host.settings),
  ]
  // Checked member by member above; the compiler cannot follow that.
  return faults.length === 0 ? { ok: true, host: host as unknown as Host } : { ok: false, faults }
}
