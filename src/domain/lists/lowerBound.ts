/**
 * The first index that is not below what is looked for, found by halving; `length` where all are.
 *
 * @param isBelow true up to some index, and false from there on
 */
export function lowerBound(length: number, isBelow: (index: number) => boolean): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >> 1
    if (isBelow(middle)) low = middle + 1
    else high = middle
  }
  return low
}
