import { draws } from '../support/draws'

/** The second length is four times the first: linear work takes four times as long, quadratic work sixteen times. */
const LONG = draws(15_000, 40_000)
const SHORT = LONG / 4
/** Between the two, far from both. */
const MOST_TIMES = 9
/**
 * Growth that is below by so much at first sight needs no second look: the machine doesn't hide a quadratic one
 * that far.
 */
const PLAINLY_LINEAR = 5.5
/**
 * Microseconds of the processor. Quadratic work on so long a text takes seconds: what is below is not worth a
 * ratio.
 */
const FLOOR = draws(22_000, 60_000)
const TRIES = 3
/** Each costs seconds. */
const MOST_NAMED = 3

/** Microseconds of processor time, so that other work of the machine does not count. */
async function measureOnce(work: () => unknown): Promise<number> {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return user + system
}

/** The least of some tries. */
async function measure(work: () => unknown): Promise<number> {
  let least = Number.POSITIVE_INFINITY
  for (let turn = 0; turn < TRIES; turn += 1) {
    least = Math.min(least, await measureOnce(work))
    if (least < FLOOR) break
  }
  return least
}

type Shape = readonly [name: string, create: (length: number) => string]

/** The first few shapes of a text on which the work grows faster than the text. */
export async function findSlow(
  work: (text: string) => unknown,
  tried: readonly Shape[] = shapes,
): Promise<readonly string[]> {
  const slow: string[] = []
  for (const [name, create] of tried) {
    if (!(await growsLinearly(create, work))) slow.push(name)
    if (slow.length === MOST_NAMED) break
  }
  return slow
}

/**
 * Whether the work on a text grows with its length, or faster. The longer one goes first: nearly always it is so
 * quick that there is nothing to compare. On a busy machine memory is tidied up at the wrong moment: only growth
 * that is measured each time is some.
 */
async function growsLinearly(
  create: (length: number) => string,
  work: (text: string) => unknown,
): Promise<boolean> {
  const long = create(LONG)
  const first = await measureOnce(() => work(long))
  if (first < FLOOR) return true
  const short = create(SHORT)
  if (first < PLAINLY_LINEAR * (await measureOnce(() => work(short)))) return true
  for (let turn = 0; turn < TRIES; turn += 1) {
    const longTime = await measure(() => work(long))
    if (longTime < FLOOR || longTime < MOST_TIMES * (await measure(() => work(short)))) return true
  }
  return false
}

const characters = [...' \u00a0\t\u200b\ufeff07\u0661eEx"\',;|-+=.:#!/[](){}_\\*@<&\uff11😀é\u0000']
const words = [
  '""',
  '_x0041',
  '0.',
  '1,',
  '1 ',
  ' -',
  '-_',
  '" ',
  '",',
  "' ",
  '="',
  '1e',
  ' e',
  'e+',
  '.0',
  '.000',
]
const phrases = [
  'ab1 ',
  '[h',
  '\\"',
  'total ',
  'totals',
  'sub ',
  'grand ',
  'Sub Order ID',
  'sku',
  'qty',
  '<!--',
]
const starts = ['total', 'grand', 'sub', '1', '1e', '1.', '="', "'", '#', '0', '-', '=', 'sep=']

function createShape(start: string, unit: string, end: string): Shape {
  const name = `${JSON.stringify(start)}, ${JSON.stringify(unit)} again and again, ${JSON.stringify(end)}`
  return [name, (length) => start + unit.repeat(Math.ceil(length / unit.length)).slice(0, length) + end]
}

/** Those that patterns have most often fallen over. */
export const fewShapes: readonly Shape[] = [
  ...[...' \t07ex"\',;-=.[_', '0.', '1,', ' -', '="', 'ab1 '].map((unit) => createShape('', unit, 'x')),
  createShape('total', ' ', 'x'),
  createShape('1e', ' ', 'x'),
]

/** Texts that a pattern with two ways to read a character would go over again and again. */
const shapes: readonly Shape[] = [
  ...[...characters, ...words, ...phrases].flatMap((unit) =>
    ['', 'x', '1', '"'].map((end) => createShape('', unit, end)),
  ),
  ...starts.flatMap((start) =>
    [' ', '0', '-', '.', ',', ' -', '. '].map((unit) => createShape(start, unit, 'x')),
  ),
]
