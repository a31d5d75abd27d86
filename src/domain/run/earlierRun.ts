/** An earlier run that cancelled a sub-order, or does not know whether it did. */
export interface EarlierRun {
  readonly id: string
  readonly fileName: string
  /** Milliseconds since 1970. */
  readonly at: number
  readonly standing: 'done' | 'doubt'
  /** The run that dealt with the sub-order before this run. */
  readonly over?: EarlierRun
}

/** Whether two earlier runs are the same: a person who included one has then included the other. */
export function isSameEarlier(one: EarlierRun | undefined, other: EarlierRun | undefined): boolean {
  if (one === other || !one || !other) return one === other
  const { id, at, standing, over } = one
  const isSame = id === other.id && at === other.at && standing === other.standing
  return isSame && isSameEarlier(over, other.over)
}
