import { ITEMS_A_STEP, type Steps } from '../time/steps'

/** Digits: a shorter number is a count (`-9`, `-10`), and its length means nothing. */
const SHORT_NUMBER = 3

const digitRuns = /\d+/g

interface Line {
  /** Range of the longest number in each usual text. */
  readonly least: number
  readonly most: number
  /** The runs of digits of one usual text. */
  readonly runs: readonly string[]
  readonly count: number
}

const findRuns = (text: string): readonly string[] => text.match(digitRuns) ?? []

/** Index of the longest run; of the first, if several are equally long. */
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
    // Above 15 digits the value is only near, and near is enough here.
    const value = Number(findRuns(text)[findLongest(runs)])
    least = Math.min(least, value)
    most = Math.max(most, value)
  }
  return { least, most, runs, count }
}

/** Whether a number lies right beside a line of numbers with one digit more or less. */
function isBeside(value: number, { least, most, count }: Line, others: number): boolean {
  // All numbers have leading zeros, so counting up adds no digit.
  if (value >= least && value <= most) return false
  const isShorter = value < least
  const border = 10 ** String(isShorter ? least : value).length / 10
  const distance = isShorter ? least - value : value - most
  const spread = most - least
  // The numbers are as dense beyond the border as before it: the counter has just passed it.
  if (distance <= (2 * spread * others) / count) return true
  const isNarrow = isShorter ? most < 2 * border : least > border / 2
  return isNarrow && distance <= spread
}

/**
 * Finds out whether texts of another length only continue the usual texts: a counter has passed 999999999.
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
