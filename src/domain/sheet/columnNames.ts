import { cleanText } from '../ids/cleanText'
import { type ColumnMeaning, MEANINGS } from './columnMeaning'

/**
 * By meaning: the names of columns in a host's OMS. Samples and texts use the first. Plain data: it goes to the worker.
 */
export type ColumnNames = Readonly<Partial<Record<ColumnMeaning, readonly string[]>>>

/** Characters: no known header is longer. A host's names stand in sentences, and each row may be compared with them. */
const LONGEST_HEADING = 255

/**
 * Our names of the columns, signed. The two samples name the ID differently, and both tabs take either name; joined files
 * need not have the same header.
 */
const meaningOfHeader: ReadonlyMap<string, ColumnMeaning> = new Map([
  ['increffsuborderid', 'subOrderId'],
  ['suborderid', 'subOrderId'],
  ['systemsuborderid', 'subOrderId'],
  ['increffskuid', 'skuId'],
  ['skuid', 'skuId'],
  ['globalskuid', 'skuId'],
  ['increffsku', 'skuId'],
  ['quantity', 'quantity'],
  ['qty', 'quantity'],
  ['cancelquantity', 'quantity'],
])

// Blanks, marks that join words, and marks around a heading: a star, brackets, the arrow of a sorted column.
const marks = /[\s_*[\]`\u2191\u2193\u25b2\u25bc-]/g

/** Reduces a header to its letters and digits in lower case: without spaces, `_`, `-` and the marks around it. */
export function signName(header: string): string {
  return cleanText(header).replace(marks, '').toLowerCase()
}

/** `signName` of a cell that may be a header; empty where the cell is too long for a header. */
export function signHeading(text: string): string {
  return text.length > LONGEST_HEADING ? '' : signName(text)
}

/** The meaning of a signed header by our names; undefined where it has none. */
export const ourMeaningOf = (signed: string): ColumnMeaning | undefined => meaningOfHeader.get(signed)

/** Whether a signed header is the sample's name of the Sub Order ID, or a form of it. */
export const namesSubOrderId = (signed: string): boolean => ourMeaningOf(signed) === 'subOrderId'

const byNames = new WeakMap<ColumnNames, ReadonlyMap<string, ColumnMeaning>>()

/** The meaning of a signed header by the names of a host; undefined where it has none. */
export function readOwnMeaning(signed: string, names: ColumnNames): ColumnMeaning | undefined {
  let meanings = byNames.get(names)
  if (!meanings) {
    meanings = new Map(
      MEANINGS.flatMap((meaning) => (names[meaning] ?? []).map((name) => [signName(name), meaning] as const)),
    )
    byNames.set(names, meanings)
  }
  return meanings.get(signed)
}

/** Each header of a file is compared with all names of a host. */
const MOST_NAMES = 20

const NAME = 'host.settings.columns'

function findListFault(meaning: ColumnMeaning, names: unknown): string[] {
  const isGood = (name: unknown) =>
    typeof name === 'string' &&
    signName(name) !== '' &&
    name.length <= LONGEST_HEADING &&
    !/\p{Cc}/u.test(name)
  const isList = Array.isArray(names) && names.length > 0 && names.length <= MOST_NAMES && names.every(isGood)
  if (isList) return []
  return [
    `${NAME}.${meaning} must be a list of 1 to ${MOST_NAMES} names, each a text of at most ${LONGEST_HEADING} characters with more in it than blanks, "_" and "-".`,
  ]
}

/**
 * Says what is wrong with a host's names, in sentences for its developer. Empty without names. Throws what a getter
 * throws.
 *
 * @param readMeaning the meaning of a header without the host's names
 */
export function findColumnNameFaults(
  given: unknown,
  readMeaning: (header: string) => ColumnMeaning | undefined,
): string[] {
  if (given === undefined) return []
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    return [`${NAME} must be an object of lists: { subOrderId: ['Order Number'] }.`]
  const lists: Readonly<Partial<Record<ColumnMeaning, unknown>>> = given
  const set = MEANINGS.filter((meaning) => lists[meaning] !== undefined)
  const faults = set.flatMap((meaning) => findListFault(meaning, lists[meaning]))
  return faults.length > 0 ? faults : findDoubled(given, readMeaning)
}

function findDoubled(
  names: ColumnNames,
  readMeaning: (header: string) => ColumnMeaning | undefined,
): string[] {
  const taken = new Map<string, ColumnMeaning>()
  const faults: string[] = []
  for (const meaning of MEANINGS) {
    for (const name of names[meaning] ?? []) {
      const signed = signName(name)
      const other = taken.get(signed) ?? readMeaning(name)
      taken.set(signed, meaning)
      if (other !== undefined && other !== meaning)
        faults.push(`${NAME}.${meaning} has "${name}", which stands for ${other} already.`)
    }
  }
  return faults
}
