/** What a list of any kind has: plain, or packed. */
interface Sliceable<Item> {
  readonly length: number
  slice(from: number, to: number): readonly Item[]
}

/** A list in pieces of one length, the last one perhaps shorter, each with its number from 0 up. */
export function* cut<Item>(
  items: Sliceable<Item>,
  length: number,
): Generator<readonly [number, readonly Item[]]> {
  for (let at = 0; at < items.length; at += length) yield [at / length, items.slice(at, at + length)]
}
