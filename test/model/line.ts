/** Pending events, in lanes: in order within a lane, and between lanes in an order that the test chooses. */
export class Line {
  private readonly lanes = new Map<string, (() => unknown)[]>()
  private drawn = 0
  private readonly choices: readonly number[]

  /** @param choices used in turn, over and over; all 0: the oldest lane first */
  constructor(choices: readonly number[]) {
    this.choices = choices.length > 0 ? choices : [0]
  }
  add(lane: string, work: () => unknown): void {
    const works = this.lanes.get(lane)
    if (works) works.push(work)
    else this.lanes.set(lane, [work])
  }
  /** @returns a number below `count` */
  choose(count: number): number {
    const choice = this.choices[this.drawn % this.choices.length] ?? 0
    this.drawn += 1
    return choice % count
  }
  /** Waits until no promise can go on. */
  static rest(): Promise<void> {
    return new Promise((resolve) => setImmediate(resolve))
  }
  /** @returns false where nothing is about to happen */
  async step(): Promise<boolean> {
    await Line.rest()
    const lanes = [...this.lanes.keys()]
    if (lanes.length === 0) return false
    const lane = lanes[lanes.length === 1 ? 0 : this.choose(lanes.length)] ?? ''
    const works = this.lanes.get(lane) ?? []
    const work = works.shift()
    if (works.length === 0) this.lanes.delete(lane)
    await work?.()
    return true
  }
}
