import { readMeaning } from '../csv/cells/readMeaning'
import { type ColumnNames, findColumnNameFaults } from '../domain/sheet/columnNames'
import { findIdRuleFaults, type IdRule } from '../domain/ids/idRule'
import { isFigure } from '../host/validateHost'
import type { Settings } from '../host/contract'
import { defaultPaths } from '../host/findPathFaults'
import { isTemplate } from '../host/isOnePath'
import { MEANINGS } from '../domain/sheet/columnMeaning'

/** The defaults of every figure and path that a deployment may change, each with its reason. */
export const defaults = {
  paths: defaultPaths,
  /** The published limit is 200 requests a minute for one client over all URLs. */
  callsPerMinute: 200,
  /** The marketplace leg alone may take 45 s; the OMS adds its own work and a retry. */
  answerTimeoutMs: 120_000,
  /** A bad day needs thousands; this leaves room. */
  maxRows: 100_000,
  /**
   * How long after its call a request may still reach the OMS, over queues and retries on the way. Before that, an open
   * sub-order proves nothing.
   */
  quietMs: 180_000,
} as const

/**
 * A file of 1,000,000 rows with some columns of the user's own has about 100 MB. A much larger file is no such sheet.
 */
export const MAX_FILE_BYTES = 128 * 1024 * 1024

/** Reading and writing of files yields to the page after this time. Two such slices fit into a frame. */
export const SLICE_MS = 8

/** A host may change its settings in place, after the check: a pace of NaN would be no pace. */
function readFigure(given: unknown, ours: number): number {
  return isFigure(given) ? given : ours
}

const readTemplate = (given: unknown) => (isTemplate(given) ? given : undefined)

/** The texts of a list. A host may change its settings in place, after the check. */
function readCodes(codes: unknown): readonly string[] {
  return Array.isArray(codes) ? codes.filter((code) => typeof code === 'string') : []
}

/** Checks a copy, so that the checked rule is the rule in force. A rule that changes in place is read the next time. */
function readIdRule(given: Settings['subOrderId']): IdRule | undefined {
  const copy = given && { pattern: given.pattern, hint: given.hint }
  return copy && findIdRuleFaults(copy).length === 0 ? copy : undefined
}

function readColumnNames(given: Settings['columns']): ColumnNames | undefined {
  if (typeof given !== 'object' || given === null) return undefined
  const copy: ColumnNames = Object.fromEntries(
    MEANINGS.flatMap((meaning) => {
      const names: unknown = given[meaning]
      return names === undefined
        ? []
        : [[meaning, Array.isArray(names) ? Array.from<unknown>(names) : names] as const]
    }),
  )
  return findColumnNameFaults(copy, readMeaning).length === 0 ? copy : undefined
}

/** The settings in force: the host's where they are valid, else the defaults. Throws only what a getter throws. */
export function readSettings(settings: Settings | undefined) {
  return {
    // Not spread: a host may hand over a member that is undefined.
    paths: {
      cancelSubOrder: settings?.paths?.cancelSubOrder ?? defaults.paths.cancelSubOrder,
      cancelLineItems: settings?.paths?.cancelLineItems ?? defaults.paths.cancelLineItems,
      readSubOrder: readTemplate(settings?.paths?.readSubOrder),
    },
    callsPerMinute: readFigure(settings?.callsPerMinute, defaults.callsPerMinute),
    answerTimeoutMs: readFigure(settings?.answerTimeoutMs, defaults.answerTimeoutMs),
    maxRows: readFigure(settings?.maxRows, defaults.maxRows),
    repeatIsSafe: settings?.repeatIsSafe === true,
    refusalCodes: readCodes(settings?.refusalCodes),
    alreadyCancelledCodes: readCodes(settings?.alreadyCancelledCodes),
    subOrderId: readIdRule(settings?.subOrderId),
    columns: readColumnNames(settings?.columns),
  }
}

export type EffectiveSettings = ReturnType<typeof readSettings>
