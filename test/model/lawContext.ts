import type { Facts } from './facts'
import type { Call, Oms } from './oms'
import type { Page } from './page'
import type { Realm } from './realm'
import type { WorldSettings } from './worldSettings'

/** What the laws look at. */
export interface LawsWorld {
  readonly settings: WorldSettings
  readonly time: { now(): number }
  readonly oms: Oms
  readonly pages: readonly Page[]
  readonly realms: ReadonlyMap<string, Realm>
  /** How many calls were cut off by a page's end. */
  readonly crashes: number
  realm(user: string): Realm
}

/** What each law is given: the world, the facts so far, and a way to say that the law is broken. */
export interface LawContext {
  readonly world: LawsWorld
  readonly facts: Facts
  /** Failed writes, each of which may leave an intent behind. */
  readonly failures: number
  /** All faults have ended, and each page could repair what they left. */
  readonly isConcluding: boolean
  expect(isRight: boolean, law: string, what: () => string): void
  callsOf(ref: string): readonly Call[]
  /** Whether the page that sent a call, by the call's name on record, lives. */
  isAlive(call: string): boolean
  /** Whether a living page has this run going. */
  isOwned(user: string, id: string): boolean
}
