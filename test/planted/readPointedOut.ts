import type { CheckedSheet } from '../../src/domain/sheet/checkedSheet'

/** Whether a row that is sent was pointed out before: a person had to look at it. */
export function readPointedOut({ cautions }: CheckedSheet): (row: number) => boolean {
  const cautioned = new Set(cautions.flatMap(({ rows }) => [...rows]))
  return (row) => cautioned.has(row)
}
