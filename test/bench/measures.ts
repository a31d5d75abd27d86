/**
 * What is measured, each in a page of its own: what one leaves behind is not collected at the cost of the next.
 *
 * - floor: bytes to text, text to lines
 * - papaparse: at its best, with delimiter and newline given, into arrays
 * - writeFloor: lines joined with their status, into a blob
 * - writeSliced: as `write`, in slices that let the page have its turn, as the screen does it
 */
export const MEASURES = [
  'floor',
  'papaparse',
  'read',
  'check',
  'writeFloor',
  'papaparseWrite',
  'write',
  'writeSliced',
] as const

export type Measure = (typeof MEASURES)[number]
