import type { Host } from './contract'
import { findPathFaults } from './findPathFaults'
import { isShape, isText, type Shape } from './shape'

/** A host that fits the contract, or the faults of one that does not. */
export type HostCheck =
  | { readonly ok: true; readonly host: Host }
  | { readonly ok: false; readonly faults: readonly string[] }

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

/**
 * Whether a value can be a limit or a pace: a finite number above 0. With 0 nothing would ever be sent, and with
 * infinity everything at once.
 */
export function isFigure(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value > 0
}

/**
 * Whether the screen can draw with a token of `theme.tokens`: antd makes no colour of a number, and black of undefined.
 */
export function isToken(name: string, value: unknown): boolean {
  return typeof value === 'string' || (typeof value === 'number' && !name.startsWith('color'))
}

function checkFigures(settings: Shape): string[] {
  return ['callsPerMinute', 'answerTimeoutMs', 'maxRows']
    .filter((name) => settings[name] !== undefined && !isFigure(settings[name]))
    .map((name) => `host.settings.${name} must be a number above 0.`)
}

/** A code that is no text would be ignored, and an answer would get another verdict than the host meant. */
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

/** Says what is wrong with a host, in sentences for its developer. Throws only what a getter of the host throws. */
export function validateHost(host: unknown): HostCheck {
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
  // The checks above cover each member; the compiler cannot follow that.
  return faults.length === 0 ? { ok: true, host: host as unknown as Host } : { ok: false, faults }
}
