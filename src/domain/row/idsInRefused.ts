import { hasDigit } from '../ids/isDigits'
import { cleanText } from '../ids/cleanText'
import { readSubOrderId, type SubOrderId } from '../ids/identifiers'
import { findMatcher, type IdRule } from '../ids/idRule'
import { findSeparators } from '../ids/idSeparators'

/** Characters: a longer cell is no ID with a mark in it. */
const LONGEST = 2000

// Characters that nobody sees, and how programs write them; U+FFFD stands where a character was lost.
const unseen =
  /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\ufffd]|_x[0-9a-f]{4}_|&(?:#\d{1,4}|#x[0-9a-f]{1,4}|nbsp|zwnj|zwj|shy);|\\[rnt0]|<br\s?\/?>|%0[ad]/giu
// Characters of these that separate one ID from another.
const lineEnds = /[\r\n\t\u0085\u2028\u2029]+|<br\s?\/?>/giu
const separatedNumber = /^\d[\d\s,.'\u2019\u00a0\u202f]*$/u
const decimals = /[.,]0+$/
const separators = /[\s,.'\u2019\u00a0\u202f]/gu
const foreign = /[^A-Za-z0-9_.-]+/
const idCharacter = /[A-Za-z0-9_.-]/
const noLetter = /[^A-Za-z0-9]+/g
const noDigit = /\D+/
/** Digits: a number of three in a word or a date is no ID. */
const LEAST_BARE = 4
const dress = /[\s"'`*#()[\]<>{}!?.:,;_-]/

const beyondLatin = /[\u0660-\uffff]/
const foldable = /[\p{Nd}\p{Pd}\u2212]/gu

/** An ASCII sign for a digit of any script, or for a hyphen. Each script has its ten digits in a row. */
function foldSign(sign: string): string {
  if (!hasDigit(sign)) return '-'
  const code = sign.codePointAt(0) ?? 0
  let value = 0
  while (hasDigit(String.fromCodePoint(code - value - 1))) value += 1
  return String(value % 10)
}

function* listWholes(text: string): Generator<string> {
  yield text.replace(unseen, '')
  const cleaned = cleanText(text)
  if (separatedNumber.test(cleaned)) yield cleaned.replace(decimals, '').replace(separators, '')
}

/** A text without the brackets, quotes and signs around it. */
function undress(part: string): string {
  let from = 0
  let to = part.length
  while (from < to && dress.test(part.charAt(from))) from += 1
  while (to > from && dress.test(part.charAt(to - 1))) to -= 1
  return part.slice(from, to)
}

/** Keeps the characters that an ID may have: all of them joined, and each run of them by itself. */
function* listFit(text: string, rule: IdRule | undefined): Generator<string> {
  const cleaned = cleanText(text)
  const matcher = rule && findMatcher(rule)
  const isFit = (character: string) => (matcher ? matcher.mayHold(character) : idCharacter.test(character))
  const runs = ['']
  for (const character of cleaned) {
    if (isFit(character)) runs.push(`${runs.pop() ?? ''}${character}`)
    else if (runs.at(-1) !== '') runs.push('')
  }
  yield runs.join('')
  yield* runs
  if (matcher) return
  // `1253-231-242?`, `SO1253231242!`: other rows may have these IDs without their marks.
  const bare = [cleaned.replace(noLetter, ''), ...cleaned.split(noDigit)]
  yield* bare.filter(({ length }) => length >= LEAST_BARE)
}

function* listParts(text: string, rule: IdRule | undefined): Generator<string> {
  const patterns = rule ? [findSeparators(rule), /[\r\n\t;,|]+/, /\s+/] : [foreign]
  for (const line of text.split(lineEnds)) {
    const shown = line.replace(unseen, '')
    for (const pattern of patterns) {
      for (const part of shown.split(pattern)) {
        yield part
        yield undress(part)
      }
    }
  }
}

/**
 * Lists the IDs that a refused cell may mean: the cell without its invisible marks, and with ASCII digits and hyphens.
 * With `isItem`, also each part of the cell. The screen skips sub-orders with these IDs, and never sends anything
 * by them.
 */
export function listIdsInRefused(text: string, isItem: boolean, rule: IdRule | undefined): Set<SubOrderId> {
  const found = new Set<SubOrderId>()
  if (text.length > LONGEST) return found
  const read = (texts: Iterable<string>): void => {
    for (const part of texts) {
      const id = readSubOrderId(part, rule)
      if (id.ok) found.add(id.id)
    }
  }
  const texts = beyondLatin.test(text) ? [text, text.replace(foldable, foldSign)] : [text]
  for (const spelling of texts) {
    read(listWholes(spelling))
    if (!isItem) continue
    read(listParts(spelling, rule))
    read(listFit(spelling, rule))
  }
  return found
}
