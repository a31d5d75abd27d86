/** The last group of a UUID holds 48 bits. */
const NODE_RANGE = 2 ** 48

/**
 * One key for each request of a run, the same whenever the same request is sent again: the run's UUID with the
 * request's position added to its last group. Keys are derived, so that nothing has to be stored for 100,000 rows.
 *
 * @param runId random UUID, version 4
 * @param index position in the run's list
 */
export function deriveIdempotencyKey(runId: string, index: number): string {
  const node = (Number.parseInt(runId.slice(24), 16) + index) % NODE_RANGE
  return runId.slice(0, 24) + node.toString(16).padStart(12, '0')
}
