/**
 * The first index for which `isBelow` is false, found by halving; `length` where it is true for all.
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
