/** A plain or a packed list. */
interface Sliceable<Item> {
  readonly length: number
  slice(from: number, to: number): readonly Item[]
}

/**
 * Cuts a list into blocks of one length, the last block perhaps shorter; yields each block with its number from 0 up.
 */
export function* cut<Item>(
  items: Sliceable<Item>,
  length: number,
): Generator<readonly [number, readonly Item[]]> {
  for (let at = 0; at < items.length; at += length) yield [at / length, items.slice(at, at + length)]
}
