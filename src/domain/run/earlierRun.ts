/** An earlier run that cancelled a sub-order, or does not know whether it did. */
export interface EarlierRun {
  readonly id: string
  readonly fileName: string
  /** Milliseconds since 1970. */
  readonly at: number
  readonly standing: 'done' | 'doubt'
  /** Another run that dealt with it before. */
  readonly over?: EarlierRun
}

/** Whether two of them say the same: a person who included the one has then included the other. */
export function isSameEarlier(one: EarlierRun | undefined, other: EarlierRun | undefined): boolean {
  if (one === other || !one || !other) return one === other
  const { id, at, standing, over } = one
  const isSame = id === other.id && at === other.at && standing === other.standing
  return isSame && isSameEarlier(over, other.over)
}
