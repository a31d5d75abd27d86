import { ITEMS_A_STEP, type Steps } from '../time/steps'

/** Digits; a number so short is a count (`-9`, `-10`), and its length says nothing. */
const SHORT_NUMBER = 3

const digitRuns = /\d+/g

interface Line {
  /** Of the longest number in each of the usual texts. */
  readonly least: number
  readonly most: number
  /** The runs of digits of one of them. */
  readonly runs: readonly string[]
  readonly count: number
}

const findRuns = (text: string): readonly string[] => text.match(digitRuns) ?? []

/** The longest run; of equally long ones the first. */
function findLongest(runs: readonly string[]): number {
  let longest = 0
  for (const [place, run] of runs.entries()) if (run.length > (runs[longest]?.length ?? 0)) longest = place
  return longest
}

function* measureLine(texts: readonly string[], isUsual: (text: string) => boolean): Steps<Line> {
  let least = Number.POSITIVE_INFINITY
  let most = 0
  let count = 0
  let runs: readonly string[] = []
  for (let place = 0; place < texts.length; place += 1) {
    const text = texts[place] ?? ''
    if (place % ITEMS_A_STEP === 0) yield undefined
    if (!isUsual(text)) continue
    if (count === 0) runs = findRuns(text)
    count += 1
    // Above 15 digits it is no more than near, and nearness is all that is asked.
    const value = Number(findRuns(text)[findLongest(runs)])
    least = Math.min(least, value)
    most = Math.max(most, value)
  }
  return { least, most, runs, count }
}

/** Whether a number stands where those of one digit more or less begin or end. */
function isBeside(value: number, { least, most, count }: Line, others: number): boolean {
  // As many digits are common to all, zeros before them: none is missing by counting.
  if (value >= least && value <= most) return false
  const isShorter = value < least
  const border = 10 ** String(isShorter ? least : value).length / 10
  const distance = isShorter ? least - value : value - most
  const spread = most - least
  // As dense beyond the border as before it: a counter that has just gone over it.
  if (distance <= (2 * spread * others) / count) return true
  const isNarrow = isShorter ? most < 2 * border : least > border / 2
  return isNarrow && distance <= spread
}

/**
 * Tells of texts of another length whether they only continue the usual ones: a counter that has gone over 999999999.
 *
 * @param others how many texts are of another length
 */
export function* findNextInLine(
  texts: readonly string[],
  isUsual: (text: string) => boolean,
  others: number,
): Steps<(text: string) => boolean> {
  const line = yield* measureLine(texts, isUsual)
  return (text) => {
    const runs = findRuns(text)
    const changed = runs.flatMap((run, place) => (run.length === line.runs[place]?.length ? [] : [place]))
    const [place = -1] = changed
    const run = runs[place] ?? ''
    const usual = line.runs[place] ?? ''
    if (changed.length !== 1 || Math.abs(run.length - usual.length) !== 1) return false
    if (Math.max(run.length, usual.length) <= SHORT_NUMBER) return true
    return place === findLongest(line.runs) && isBeside(Number(run), line, others)
  }
}
