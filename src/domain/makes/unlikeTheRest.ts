import { findNextInLine } from './nextInLine'
import { ITEMS_A_STEP, type Steps } from '../time/steps'

/** Fewer rows do not show what is usual. */
export const LEAST_TEXTS = 20
const USUAL_SHARE = 0.95

/** Characters: the text behind them adds nothing to the shape. */
const LONGEST_SHAPE = 64

const DIGIT = 1
const LETTER = 2
const FACTOR = 16777619

function classify(code: number): number {
  if (code > 47 && code < 58) return DIGIT
  const letter = code & ~32
  return letter > 64 && letter < 91 ? LETTER : code
}

/**
 * The shape of a text as a number: its runs of digits and letters and the marks between them. `SO-12` and `AB-7` share
 * one.
 */
export function readShape(text: string): number {
  let shape = 0
  let last = 0
  const end = Math.min(text.length, LONGEST_SHAPE)
  for (let at = 0; at < end; at += 1) {
    const now = classify(text.charCodeAt(at))
    if (now !== last) shape = Math.imul(shape ^ now, FACTOR) + 1
    last = now
  }
  return shape
}

const readLength = (text: string): number => text.length

/**
 * Finds the value that nearly all texts share, and the places of the other texts; undefined where they share none. A
 * vote finds the value of more than half, so that no other value has to be counted.
 */
function* findUnusual(
  texts: readonly string[],
  read: (text: string) => number,
): Steps<{ readonly usual: number; readonly places: readonly number[] } | undefined> {
  let usual = 0
  let votes = 0
  for (let place = 0; place < texts.length; place += 1) {
    const text = texts[place] ?? ''
    if (place % ITEMS_A_STEP === 0) yield undefined
    const now = read(text)
    if (votes === 0) usual = now
    votes += now === usual ? 1 : -1
  }
  if (votes === texts.length) return { usual, places: [] }
  const most = texts.length - Math.ceil(texts.length * USUAL_SHARE)
  const places: number[] = []
  for (let place = 0; place < texts.length; place += 1) {
    const text = texts[place] ?? ''
    if (place % ITEMS_A_STEP === 0) yield undefined
    if (read(text) === usual) continue
    places.push(place)
    if (places.length > most) return undefined
  }
  return { usual, places }
}

/**
 * Places of the texts whose length or shape is unlike 95 % of the rest, among at least `LEAST_TEXTS` texts. A number
 * that a counter has given a digit more is not listed: 1000000000 beside 999999990.
 */
export function* findUnlikeTheRest(texts: readonly string[]): Steps<ReadonlySet<number>> {
  const found = new Set<number>()
  const shapes = yield* findUnusual(texts, readShape)
  for (const place of shapes?.places ?? []) found.add(place)
  const lengths = yield* findUnusual(texts, readLength)
  if (!lengths || lengths.places.length === 0) return found
  const others = lengths.places.filter((place) => !found.has(place))
  const isUsual = (text: string) =>
    text.length === lengths.usual && (!shapes || readShape(text) === shapes.usual)
  const isOrdinary = shapes ? yield* findNextInLine(texts, isUsual, others.length) : () => false
  for (const place of others) if (!isOrdinary(texts[place] ?? '')) found.add(place)
  return found
}
