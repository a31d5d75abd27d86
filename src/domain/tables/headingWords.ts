import { cleanText } from '../ids/cleanText'
import {
  amountParts,
  amountWords,
  captions,
  companions,
  groups,
  measureWords,
  notAmountWords,
  nouns,
  productParts,
  productWords,
  unspacedNouns,
  wholeAmounts,
  wholeProducts,
} from './headingLists'

/** Characters: a heading is a name, and a longer text is a sentence. */
const LONGEST_HEADING = 60
const MOST_WORDS = 7

const isAscii = /^[\x20-\x7e]*$/

const dropAccents = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')

/**
 * A heading in lower case, with one blank before and behind each word; empty where a text is too long for a heading.
 */
function foldHeading(text: string): string {
  if (text.length > LONGEST_HEADING * 4) return ''
  const cleaned = cleanText(text)
  if (cleaned.length > LONGEST_HEADING) return ''
  const plain = isAscii.test(cleaned) ? cleaned : dropAccents(cleaned)
  const words = plain
    .replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 ')
    .replace(/(\p{Lu})(?=\p{Lu}\p{Ll})/gu, '$1 ')
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '')
  return words.length > MOST_WORDS ? '' : ` ${words.join(' ')} `
}

/** All words of a heading without a counter at the end: `Bezeichnung 1`. */
const readWhole = (words: string): string => words.trim().replace(/ \d{1,2}$/, '')

/** Whether a heading names an amount of pieces: `Qty`, `No. of items`, `Menge`. */
export function isAmountHeading(text: string): boolean {
  const words = foldHeading(text)
  if (wholeAmounts.has(readWhole(words))) return true
  return (amountParts.test(words) || amountWords.test(words)) && !notAmountWords.test(words)
}

/** Whether a heading names a product: by its number, its name or its code. */
export function isProductHeading(text: string): boolean {
  const words = foldHeading(text)
  if (amountParts.test(words) || amountWords.test(words) || measureWords.test(words)) return false
  return productParts.test(words) || productWords.test(words) || wholeProducts.has(readWhole(words))
}

/** Whether a record heads line items: it has a column for the product and a column for the amount. */
export function headsLines(header: readonly string[]): boolean {
  return header.some(isProductHeading) && header.some(isAmountHeading)
}

/** Whether a text can be a heading: headings use each of its words. */
export function isHeading(text: string): boolean {
  const words = foldHeading(text).trim()
  if (words === '') return false
  if (unspacedNouns.test(words)) return true
  const parts = words.split(' ')
  // `no order`, `no SKU`: somebody wrote that there is none.
  if (parts[0] === 'no' && parts.length > 1 && parts[1] !== 'of') return false
  return (
    parts.every((part) => isKnown(part) || isGlued(part)) &&
    parts.some((part) => nouns.has(part) || isGlued(part))
  )
}

const isKnown = (word: string): boolean => nouns.has(word) || companions.has(word)

/** Whether a text must be a heading, even if it stands alone: `SKU ID`, and never `Cancelled orders`. */
export function isSureHeading(text: string): boolean {
  if (!isHeading(text)) return false
  const words = foldHeading(text).trim()
  return words.split(' ').some((part) => !captions.has(part) && !companions.has(part))
}

/** Whether a text heads a column, and never a group of sub-orders: `Channel`, but not `Returns` or `Channel orders`. */
export function isTraitHeading(text: string): boolean {
  if (!isHeading(text)) return false
  const last = foldHeading(text).trim().split(' ').at(-1) ?? ''
  return captions.has(last) && !groups.has(last)
}

/** Whether a word is a product or an amount written together with other words: `sellersku`, `produktnummer`. */
const isGlued = (word: string): boolean =>
  productParts.test(word) ||
  amountParts.test(word) ||
  productWords.test(` ${word} `) ||
  amountWords.test(` ${word} `)
