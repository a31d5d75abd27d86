import type { Breathe } from '../domain/breathe'
import type { CancelSubOrder } from '../domain/cancellation'
import type { SubOrderId } from '../domain/identifiers'
import type { Run, RunEvent } from '../domain/run'
import type { SheetKind } from '../domain/sheet'
import type { Clock } from '../run/clock'
import type { Pacer } from '../run/pacer'
import type { StopSwitch } from '../run/stopSwitch'

/** What a run tells the outside, one by one and in order. */
export type RunNews =
  | { readonly type: 'started' | 'continued' }
  | Exclude<RunEvent, { type: 'sending' | 'returned' | 'waiting' | 'settled' | 'settled-late' }>
  | (Extract<RunEvent, { type: 'settled' | 'settled-late' }> & { readonly subOrderId: SubOrderId })

/** What the thunks need of the world; the composition root brings it. */
export interface Services {
  readonly cancelSubOrder: CancelSubOrder
  readonly pacer: Pacer
  readonly clock: Clock
  readonly stopSwitch: StopSwitch
  createId(): string
  createBreathe(): Breathe
  readLimits(): { readonly maxRows: number; readonly maxBytes: number }
  /** False where the user may not cancel; asked again at each start. */
  isAllowed(): boolean
  /** False once another person is signed in, or none. */
  isUserHere(): boolean
  tell(run: Run, news: RunNews): void
  /** A bug of ours that held a run. */
  reportFault(fault: unknown): void
  /** The file chosen last on each tab, to take it to the other one. */
  readonly chosenFiles: Map<SheetKind, File>
  saveFile(fileName: string, content: Blob): void
}
