import { ITEMS_A_STEP, type Steps } from '../time/steps'

const startsWithZero = /^0./
const hasCapital = /[A-Z]/
const hasSmall = /[a-z]/
const leadingZeros = /^0+(?=.)/

/** Whether all texts have one length: then no two of them differ by leading zeros. */
function areEquallyLong(texts: readonly string[]): boolean {
  const length = texts[0]?.length
  return texts.every((text) => text.length === length)
}

/**
 * Places of the texts that differ from another text only by letter case or leading zeros; both are listed, since nobody
 * can say which of them is meant. Equal texts are not listed. For nearly every list, no text has to be folded.
 */
export function* findNearlyTheSame(texts: readonly string[]): Steps<ReadonlySet<number>> {
  const found = new Set<number>()
  // Texts are folded to the case of the first text, so that most texts stay as they are.
  const isSmall = hasSmall.test(texts[0] ?? '')
  const otherCase = isSmall ? hasCapital : hasSmall
  const mayHaveZeros = !areEquallyLong(texts)
  const isFolded = (text: string) => !otherCase.test(text) && !(mayHaveZeros && startsWithZero.test(text))
  const fold = (text: string) => {
    const bare = text.replace(leadingZeros, '')
    return isSmall ? bare.toLowerCase() : bare.toUpperCase()
  }
  /** The place of the first text with this folded form, by folded form. */
  const folded = new Map<string, number>()
  for (let place = 0; place < texts.length; place += 1) {
    const text = texts[place] ?? ''
    if (place % ITEMS_A_STEP === 0) yield undefined
    if (isFolded(text)) continue
    const key = fold(text)
    const first = folded.get(key)
    if (first === undefined) folded.set(key, place)
    else if (texts[first] !== text) found.add(first).add(place)
  }
  if (folded.size === 0) return found
  for (let place = 0; place < texts.length; place += 1) {
    const text = texts[place] ?? ''
    if (place % ITEMS_A_STEP === 0) yield undefined
    const first = isFolded(text) ? folded.get(text) : undefined
    if (first !== undefined) found.add(first).add(place)
  }
  return found
}
