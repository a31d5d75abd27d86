import type { Host } from './contract'
import { defaultPaths } from './defaultPaths'

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

/** A template without the placeholder would send every cancel to one and the same address. */
function checkPaths(paths: unknown): string[] {
  if (paths === undefined) return []
  if (!isShape(paths)) return ['host.settings.paths must be an object.']
  const faults = Object.entries(paths)
    .filter(([, path]) => path !== undefined && !(isText(path) && path.includes('{subOrderId}')))
    .map(([name]) => `host.settings.paths.${name} must contain {subOrderId}.`)
  const { cancelSubOrder, cancelLineItems } = defaultPaths
  const isOnePath = (paths.cancelSubOrder ?? cancelSubOrder) === (paths.cancelLineItems ?? cancelLineItems)
  // With one path for both, a lost body would turn a line-item call into the cancellation of the whole sub-order.
  return isOnePath ? [...faults, 'host.settings.paths needs different paths for both calls.'] : faults
}

function checkFigures(settings: Shape): string[] {
  return ['callsPerMinute', 'answerTimeoutMs', 'maxRows']
    .filter((name) => {
      const figure = settings[name]
      return figure !== undefined && !(typeof figure === 'number' && Number.isFinite(figure) && figure > 0)
    })
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
  return [...checkPaths(settings.paths), ...checkFigures(settings), ...checkCodes(settings)]
}

/** Whether somebody is signed in, whatever else may be wrong with the host. */
export function hasUser(host: unknown): boolean {
  return isShape(host) && checkUser(host.user).length === 0
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
