// Blank cells before a cell of the same row. A row with a single cell may need 16,384, and each takes the time of a
// cell. This many take half a second: 128 of the widest rows, or 2,000 rows with a thousand columns.
const FREE_GAPS = 2_097_152
// Every cell allows this many more, so that reading stays linear in the size of the file. A sparse sheet of a million
// rows has some ten for each cell.
const GAPS_A_CELL = 32

/** @returns counts the blanks before a cell; its result is false where the sheet has too many of them */
export function createGapCounter(): (gaps: number) => boolean {
  let left = FREE_GAPS
  return (gaps) => {
    left += GAPS_A_CELL - Math.max(gaps, 0)
    return left >= 0
  }
}
