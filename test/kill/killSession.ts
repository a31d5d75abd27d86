import type { Page } from '@playwright/test'
import { startCancellation, uploadCsv, writeSheet } from '../support/browser'
import { saveFiveIds } from '../support/fiveDownloads'
import { openProfile, type Profile } from '../support/profile'
import { type JournalContent, readJournal, readPlanIds } from '../support/readJournal'
import { type Barrier, type Received, type Stand, type StopPoint, serveStand } from '../support/stand'
import { type KillKind, prepareKill } from './killPage'

export interface PlannedKill {
  readonly kind: KillKind
  readonly point: StopPoint
  /** How many orders later the page stands still. */
  readonly nth: number
  /** `received` only: the call that the kill cut off never reaches the orders. */
  readonly isLost: boolean
}

/** One kill and what was found after it. */
export interface FoundKill extends PlannedKill {
  /** Received by the server, and nothing of it in the journal as the kill left it. */
  readonly unrecorded: readonly string[]
  /** Sent with another key than the journal has. */
  readonly otherKeys: readonly string[]
  /** Unknown after the recovery that were not before the kill. */
  readonly newUnknown: number
  /** Calls received after the recovery and before anybody asked for them. */
  readonly uninvited: number
}

export interface SessionReport {
  readonly kills: readonly FoundKill[]
  readonly orders: number
  readonly unknown: number
  /** Received more than once. */
  readonly resent: readonly string[]
  /** What does not fit between the screen's downloads, the upload and the server's effects. */
  readonly contradictions: readonly string[]
}

/** There must be time between two orders, or an outcome is never written by itself: a busy machine is slow. */
const CALLS_PER_MINUTE = 1200

function countUnknown(journal: JournalContent): number {
  return journal.state.filter(({ standing }) => typeof standing === 'object' && standing.status === 'unknown')
    .length
}

/** Compares what the server received with what stands on the disk. */
function compare(journal: JournalContent, received: readonly Received[]) {
  const positions = new Map(readPlanIds(journal).map((id, position) => [id, position]))
  const states = new Map(journal.state.map((state) => [state.position, state]))
  const find = ({ subOrderId }: Received) => states.get(positions.get(subOrderId) ?? -1)
  return {
    unrecorded: received.filter((call) => !find(call)).map(({ subOrderId }) => subOrderId),
    // Of what is cancelled no key is kept: it is never sent again.
    otherKeys: received
      .filter((call) => (find(call)?.key || call.key) !== call.key)
      .map(({ subOrderId }) => subOrderId),
  }
}

async function waitForScreen(page: Page): Promise<void> {
  await page.waitForFunction(() => 'screenHandle' in window)
  await page.getByRole('button', { name: 'Continue', exact: true }).waitFor()
}

/**
 * Sets the run going and waits until it stands at the point. A page that stands still may never say that the click was
 * done: that is not waited for. A run that never comes to the point would be waited for in vain.
 */
async function goToBarrier(go: () => Promise<void>, barrier: Barrier, { point, nth }: PlannedKill) {
  let patience: NodeJS.Timeout | undefined
  const tooLate = new Promise<never>((_, reject) => {
    const error = new Error(`The run did not come to "${point}" for the ${nth}th time`)
    patience = setTimeout(() => reject(error), 60_000)
  })
  await Promise.race([barrier.reached, go().then(() => barrier.reached), tooLate])
  clearTimeout(patience)
}

async function performKill(profile: Profile, stand: Stand, kill: PlannedKill, go: () => Promise<void>) {
  const known = countUnknown(await readJournal(profile.page()))
  const barrier = await stand.arm(profile.page(), { ...kill, reloads: kill.kind === 'reload' })
  const end = await prepareKill(profile, stand, kill.kind)
  await goToBarrier(go, barrier, kill)
  const gate = stand.holdPages()
  await end(barrier)
  const asLeft = await readJournal(profile.page())
  const found = compare(asLeft, stand.received)
  // What was held at the server is acted on only now, or never.
  barrier.release(kill.isLost)
  const calls = stand.received.length
  gate.open()
  await waitForScreen(profile.page())
  const recovered = await readJournal(profile.page())
  return {
    ...kill,
    ...found,
    newUnknown: countUnknown(recovered) - known,
    uninvited: stand.received.length - calls,
  }
}

const without = (ids: readonly string[], known: readonly string[]) => {
  const set = new Set(known)
  return ids.filter((id) => !set.has(id))
}

/** Holds the five downloads against the upload and against what the server did. */
export async function findContradictions(
  page: Page,
  stand: Pick<Stand, 'oms'>,
  ids: readonly string[],
): Promise<string[]> {
  const { success, error, unknown, remaining, skipped } = await saveFiveIds(page)
  const effects = stand.oms.effects.map(({ subOrderId }) => subOrderId)
  const all = [...success, ...error, ...unknown, ...remaining, ...skipped]
  const isPartition = [...all].sort().join() === [...ids].sort().join()
  return [
    ...(isPartition ? [] : [`the five downloads hold ${all.length} rows, the upload ${ids.length}`]),
    ...without(success, effects).map((id) => `${id} is SUCCESS, and the server did nothing`),
    ...error.filter((id) => effects.includes(id)).map((id) => `${id} is ERROR, and the server cancelled it`),
    ...without(without(effects, success), unknown).map((id) => `${id} is cancelled, and not so here`),
  ]
}

/** A run over a sheet, killed again and again, continued by hand after each kill, to its end. */
export async function runKillSession(kills: readonly PlannedKill[], firstId: number): Promise<SessionReport> {
  const orders = kills.reduce((sum, { nth }) => sum + nth + 2, 5)
  const ids = Array.from({ length: orders }, (_, index) => String(firstId + index))
  const profile = await openProfile()
  const stand = await serveStand({ settings: { callsPerMinute: CALLS_PER_MINUTE } })
  try {
    await profile.page().goto(stand.url)
    await uploadCsv(profile.page(), writeSheet(ids))
    const found: FoundKill[] = []
    for (const [index, kill] of kills.entries()) {
      const go = () =>
        index === 0
          ? startCancellation(profile.page())
          : profile.page().getByRole('button', { name: 'Continue', exact: true }).click()
      found.push(await performKill(profile, stand, kill, go))
    }
    const page = profile.page()
    await page.getByRole('button', { name: 'Continue', exact: true }).click()
    await page.waitForFunction(() => window.screenHandle.status().phase === 'idle')
    const counts = new Map<string, number>()
    for (const { subOrderId } of stand.received) counts.set(subOrderId, (counts.get(subOrderId) ?? 0) + 1)
    return {
      kills: found,
      orders,
      unknown: countUnknown(await readJournal(page)),
      resent: [...counts].filter(([, count]) => count > 1).map(([id]) => id),
      contradictions: await findContradictions(page, stand, ids),
    }
  } finally {
    await profile.close()
    await stand.close()
  }
}
