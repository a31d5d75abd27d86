/**
 * How many cases a property test draws: in `npm test` the quick number, with `npm run test:deep` the deep one. What a draw
 * finds once is kept as a test of its own, so few draws watch over each change and many are made before a release.
 */
export function draws(quick: number, deep: number): number {
  return process.env.DEEP === undefined ? quick : deep
}
