import type { CheckedSheet } from './checkedSheet'

/**
 * By place in `issues`: the position of the issue's row in the sheet. Each row without a request has exactly one issue,
 * and issues stand in row order.
 */
export function findIssuePositions({
  requestOfRow,
  issues,
}: Pick<CheckedSheet, 'requestOfRow' | 'issues'>): Int32Array {
  const positions = new Int32Array(issues.length)
  let next = 0
  for (let position = 0; position < requestOfRow.length; position += 1) {
    if ((requestOfRow[position] ?? -1) >= 0) continue
    positions[next] = position
    next += 1
  }
  return positions
}
