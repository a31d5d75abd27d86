import type { Random } from './random'

const encoder = new TextEncoder()

/** Bytes that a file may hold anywhere, and that are hard to read. */
const TOKENS = [
  '"',
  '""',
  '"\r\n"',
  '\r',
  '\n',
  '\r\n',
  ',',
  ';',
  '\t',
  '|',
  '=',
  "'",
  '="',
  '.0',
  'E+09',
  '\0',
  '\0\0',
  '\ufeff',
  '\u200b',
  '\u00a0',
  '\u202e',
  'é',
  '€',
  '😀',
  '１',
  '²',
  'Sub Order ID',
  'SKU ID',
  'Qty',
  'Total',
  '#N/A',
  '<table>',
  'sep=;\n',
  'PK\u0003\u0004',
  '%PDF',
  '1253231242',
  '\x1a',
  ' ',
].map((text) => encoder.encode(text))

const BYTES = [0, 0x0a, 0x0d, 0x22, 0x2c, 0x81, 0x96, 0xa0, 0xbf, 0xc3, 0xe2, 0xef, 0xf0, 0xfe, 0xff] as const

type Mutate = (bytes: Uint8Array, random: Random, other: Uint8Array) => Uint8Array

function splice(bytes: Uint8Array, at: number, taken: number, put: Uint8Array): Uint8Array {
  const mutated = new Uint8Array(bytes.length - taken + put.length)
  mutated.set(bytes.subarray(0, at))
  mutated.set(put, at)
  mutated.set(bytes.subarray(at + taken), at + put.length)
  return mutated
}

/** A block of bytes, mostly a short one. */
function cutOut(bytes: Uint8Array, random: Random): readonly [from: number, length: number] {
  const from = random.below(bytes.length + 1)
  const most = random.below(4) === 0 ? bytes.length : 24
  return [from, random.below(Math.min(most, bytes.length - from) + 1)]
}

const flipBits: Mutate = (bytes, random) => {
  const mutated = bytes.slice()
  for (let left = 1 + random.below(4); left > 0 && bytes.length > 0; left -= 1) {
    const at = random.below(bytes.length)
    mutated[at] = (mutated[at] ?? 0) ^ (1 << random.below(8))
  }
  return mutated
}

const putByte: Mutate = (bytes, random) => {
  const mutated = bytes.slice()
  if (bytes.length > 0) mutated[random.below(bytes.length)] = random.pick([...BYTES])
  return mutated
}

const cut: Mutate = (bytes, random) => splice(bytes, ...cutOut(bytes, random), new Uint8Array())

const truncate: Mutate = (bytes, random) => bytes.slice(0, random.below(bytes.length + 1))

const putToken: Mutate = (bytes, random) =>
  splice(bytes, random.below(bytes.length + 1), 0, random.pick(TOKENS as [Uint8Array, ...Uint8Array[]]))

const putNoise: Mutate = (bytes, random) => {
  const noise = Uint8Array.from({ length: 1 + random.below(12) }, () => random.below(256))
  return splice(bytes, random.below(bytes.length + 1), 0, noise)
}

const repeat: Mutate = (bytes, random) => {
  const [from, length] = cutOut(bytes, random)
  return splice(bytes, random.below(bytes.length + 1), 0, bytes.subarray(from, from + length))
}

const putOther: Mutate = (bytes, random, other) => {
  const [from, length] = cutOut(other, random)
  return splice(bytes, ...cutOut(bytes, random), other.subarray(from, from + length))
}

const MUTATIONS: readonly [Mutate, ...Mutate[]] = [
  flipBits,
  putByte,
  cut,
  truncate,
  putToken,
  putToken,
  putNoise,
  repeat,
  putOther,
]

/** Bytes of the first line: most damage has to leave the header alone, or hardly a file would be read any further. */
function measureHead(bytes: Uint8Array, random: Random): number {
  if (random.below(4) === 0) return 0
  return bytes.findIndex((byte) => byte === 0x0a || byte === 0x0d) + 1
}

/** Damages a file in one to five places. */
export function mutateFile(bytes: Uint8Array, other: Uint8Array, random: Random): Uint8Array {
  const head = measureHead(bytes, random)
  let rest = bytes.subarray(head)
  for (let left = 1 + random.below(5); left > 0; left -= 1) {
    rest = random.pick(MUTATIONS)(rest, random, other)
  }
  return splice(bytes, head, bytes.length - head, rest)
}
