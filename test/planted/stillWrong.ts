/** Damages of which sheets are still read wrong. The list only shrinks: one that is read right fails until it is taken out. */
export const STILL_WRONG: ReadonlySet<string> = new Set([
  'a rule below the header',
  'two stray quotes',
  'NULs behind line ends',
  'a NUL in an ID',
])
