import { isShape } from '../src/api/answer/answer'
import { readSettings } from '../src/app/config'
import type { Host } from '../src/host/contract'
import { describeThrown } from '../src/host/describeThrown'
import { isToken } from '../src/host/validateHost'
import { checkTexts } from '../src/texts/checkTexts'
import { findKey } from '../src/texts/formerKeys'
import { type Finding, right, wrong } from './finding'
import { MEANINGS } from '../src/domain/sheet/columnMeaning'

/** null is no less absent: the screen takes it so. */
const isAbsent = (value: unknown) => value === undefined || value === null

/** How the tag is spelt that was meant; undefined: it cannot be told. */
function readTag(locale: unknown): string | undefined {
  try {
    return typeof locale === 'string' ? Intl.getCanonicalLocales(locale.replaceAll('_', '-'))[0] : undefined
  } catch {
    return undefined
  }
}

function checkLocale({ locale }: Host): Finding[] {
  const what = 'locale'
  if (isAbsent(locale)) return []
  const tag = readTag(locale)
  if (tag !== undefined && !locale.includes('_')) return [right(what, `host.locale is a BCP 47 tag: ${tag}.`)]
  return [
    wrong(
      what,
      `host.locale is ${JSON.stringify(locale)}, no BCP 47 tag: words and figures would be in the browser’s language.`,
      `Give a tag such as '${tag ?? 'en-IN'}'.`,
    ),
  ]
}

/** Keys that work until the next major version, each with its successor. */
function listFormer(texts: object): string {
  const former = Object.keys(texts).filter((key) => findKey(key) !== key)
  if (former.length === 0) return ''
  return ` Former keys, gone with contract 2.0: ${former.map((key) => `${key} (now ${findKey(key)})`).join(', ')}.`
}

function checkOwnTexts({ texts }: Host): Finding[] {
  if (isAbsent(texts)) return []
  const { faults } = checkTexts(texts)
  if (faults.length === 0) return [right('texts', `Every one of host.texts fits.${listFormer(texts)}`)]
  return faults.map((fault) => wrong('texts', fault, 'docs/texts.md lists the keys and their placeholders.'))
}

function findThemeFaults(theme: unknown): string[] {
  if (!isShape(theme)) return ['host.theme is no object: it is left out.']
  const { mode, tokens } = theme
  const modes =
    mode === undefined || mode === 'light' || mode === 'dark'
      ? []
      : [`host.theme.mode is ${JSON.stringify(mode)}: the screen stays light.`]
  if (tokens === undefined) return modes
  if (!isShape(tokens) || Array.isArray(tokens)) return [...modes, 'host.theme.tokens is no object.']
  const odd = Object.entries(tokens).filter(([name, value]) => !isToken(name, value))
  return [
    ...modes,
    ...odd.map(
      ([name]) =>
        `host.theme.tokens.${name} is neither text nor, but for a colour, a number: it is left out.`,
    ),
  ]
}

function checkTheme({ theme }: Host): Finding[] {
  if (isAbsent(theme)) return []
  const faults = findThemeFaults(theme)
  if (faults.length === 0) return [right('theme', 'The theme can be used as it is.')]
  const fix = "Give { mode: 'light' or 'dark', tokens: { colorPrimary: '#0958d9' }, nonce }."
  return faults.map((fault) => wrong('theme', fault, fix))
}

/** A misspelt path would leave the default in force, unseen. */
function checkNames({ settings }: Host): Finding[] {
  if (settings === undefined) return []
  const known = readSettings(undefined)
  const unknown = [
    ...Object.keys(settings).filter((name) => !(name in known)),
    ...Object.keys(settings.paths ?? {}).flatMap((name) => (name in known.paths ? [] : [`paths.${name}`])),
    ...Object.keys(settings.subOrderId ?? {})
      .filter((name) => name !== 'pattern' && name !== 'hint')
      .map((name) => `subOrderId.${name}`),
    ...Object.keys(settings.columns ?? {})
      .filter((name) => !MEANINGS.some((meaning) => meaning === name))
      .map((name) => `columns.${name}`),
  ]
  const { repeatIsSafe }: { repeatIsSafe?: unknown } = settings
  const fix = 'The names and kinds stand in docs/hosting.md, under “Settings”.'
  return [
    ...unknown.map((name) => wrong('settings', `host.settings.${name} is unknown: it is left out.`, fix)),
    ...(repeatIsSafe === undefined || typeof repeatIsSafe === 'boolean'
      ? []
      : [
          wrong('settings', 'host.settings.repeatIsSafe is neither true nor false: it counts as false.', fix),
        ]),
  ]
}

function checkOnEvent({ onEvent }: Host): Finding[] {
  const what = 'onEvent'
  if (isAbsent(onEvent)) return []
  return typeof onEvent === 'function'
    ? [right(what, 'host.onEvent can be told.')]
    : [
        wrong(
          what,
          'host.onEvent is no function: nothing would come to the audit.',
          'Give a function that takes an event.',
        ),
      ]
}

function tryCheck(what: string, host: Host, check: (host: Host) => Finding[]): Finding[] {
  try {
    return check(host)
  } catch (error) {
    return [
      wrong(
        what,
        `host.${what} cannot be read: ${describeThrown(error)}.`,
        'Give plain values, or leave it out.',
      ),
    ]
  }
}

/** What the screen would leave out of a host’s optional members without a word to the operator. */
export function checkOptions(host: Host): Finding[] {
  return [
    ...tryCheck('locale', host, checkLocale),
    ...tryCheck('texts', host, checkOwnTexts),
    ...tryCheck('theme', host, checkTheme),
    ...tryCheck('settings', host, checkNames),
    ...tryCheck('onEvent', host, checkOnEvent),
  ]
}
