/** How much text a sheet may hold, in characters. */
export interface TextLimits {
  /** Of one cell. */
  readonly maxCellLength: number
  /** Of all cells together: a text that cells share counts with each of them. */
  readonly maxTextLength: number
}
