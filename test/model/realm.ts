import type { LogEntry } from '../../src/domain/record/logEntry'
import type { TabMessage } from '../../src/domain/run/tabMessage'
import { Disk } from './disk'
import type { Line } from './line'

interface Waiter {
  readonly page: object
  grant(release: () => void): void
}

/** The things that the tabs of one user share in one browser: the disk, the lock, the channel, and the host's audit. */
export class Realm {
  disk = new Disk()
  readonly user: string
  private holder: Waiter | undefined
  private readonly waiters: Waiter[] = []
  private readonly listeners = new Map<object, (message: TabMessage) => void>()
  /** By run: the event that the host got under each number. */
  readonly told = new Map<string, Map<number, string>>()
  /** Runs of which a write has failed: a page may show more of them than the record has. */
  readonly trouble = new Set<string>()
  /** True once the journal was deleted. */
  wasWiped = false
  private readonly line: Line

  constructor(user: string, line: Line) {
    this.user = user
    this.line = line
  }

  get isLocked(): boolean {
    return this.holder !== undefined
  }
  /** @returns a function that gives up waiting */
  request(page: object, grant: (release: () => void) => void): () => void {
    const waiter = { page, grant }
    this.waiters.push(waiter)
    this.line.add(`lock ${this.user}`, () => this.passOn())
    return () => {
      const at = this.waiters.indexOf(waiter)
      if (at >= 0) this.waiters.splice(at, 1)
    }
  }
  private passOn(): void {
    if (this.holder) return
    const next = this.waiters.shift()
    if (!next) return
    this.holder = next
    next.grant(() => this.release(next))
  }
  private release(waiter: Waiter): void {
    if (this.holder !== waiter) return
    this.holder = undefined
    this.line.add(`lock ${this.user}`, () => this.passOn())
  }

  listen(page: object, listener: (message: TabMessage) => void): void {
    this.listeners.set(page, listener)
  }
  post(from: object, message: TabMessage): void {
    let number = 0
    for (const page of this.listeners.keys()) {
      number += 1
      if (page === from) continue
      this.line.add(`tabs ${this.user} ${number}`, () => {
        this.listeners.get(page)?.(message)
      })
    }
  }
  /** The page is gone: its lock becomes free, and its listeners are removed. */
  forget(page: object): void {
    this.listeners.delete(page)
    for (const waiter of this.waiters.filter((one) => one.page === page)) {
      this.waiters.splice(this.waiters.indexOf(waiter), 1)
    }
    if (this.holder?.page === page) this.release(this.holder)
  }

  /** Deletes the journal under the pages that are open. */
  wipe(): void {
    this.disk.isDeleted = true
    this.disk = new Disk()
    this.wasWiped = true
  }

  /** @returns the fault of this event, if any: another event had the same number */
  tell({ runId, sequence, news }: LogEntry): string | undefined {
    const lines = this.told.get(runId) ?? new Map<number, string>()
    this.told.set(runId, lines)
    const text = JSON.stringify(news)
    const before = lines.get(sequence)
    lines.set(sequence, text)
    return before === undefined || before === text ? undefined : `${sequence} was ${before} and is ${text}`
  }
}
