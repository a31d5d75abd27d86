import { createJournal } from '../../src/journal/createJournal'
import { downloadById, type ResultChoice } from '../../src/store/run/downloadThunks'
import { showPastRun } from '../../src/store/record/pastRuns'
import { continueRun, startAll } from '../../src/store/run/runThunks'
import { createMessages } from '../../src/texts/messages'
import { createReportWords } from '../../src/texts/reportWords'
import { readCancellationIds } from './modelFiles'
import type { Disk } from './disk'
import { nameStanding, QUIET_MS } from './facts'
import { mark } from './mark'
import type { Page } from './page'
import type { World } from './world'

const CHOICES = [
  'succeeded',
  'failed',
  'unknown',
  'not-sent',
  'skipped',
] as const satisfies readonly ResultChoice[]
const words = createReportWords(createMessages('en'))

/** How many requests of a run are on record with this status. */
function findKept({ realm: { disk } }: Page, id: string, status: ResultChoice): number {
  const total = disk.get('runs', id)?.tally.total ?? 0
  const states = Array.from({ length: total }, (_, position) => disk.get('state', [id, position]))
  return states.filter((state) => typeof state?.standing === 'object' && state.standing.status === status)
    .length
}

/** I9: the five downloads hold exactly the uploaded rows, each once. */
async function checkDownloads(world: World, page: Page, id: string, fileName: string): Promise<void> {
  const uploaded = readCancellationIds(fileName)
  const found: string[] = []
  for (const choice of CHOICES) {
    page.saved = undefined
    await page.store.dispatch(downloadById(id, choice, words))
    const text = (await (page.saved as Page['saved'])?.content.text()) ?? ''
    const ids = text
      .split('\r\n')
      .slice(1)
      .filter((line) => line !== '')
      .map((line) => line.split(',')[0] ?? '')
    if (choice === 'failed' || choice === 'unknown' || choice === 'succeeded') {
      const kept = findKept(page, id, choice)
      if (new Set(ids).size !== kept) {
        world.laws.break('I9', `${choice} holds ${ids.join()}, on record are ${kept}`)
      }
    }
    let at = 0
    for (const one of ids) {
      at = uploaded.indexOf(one, at) + 1
      if (at === 0) world.laws.break('I9', `${choice} holds ${one} out of its place`)
    }
    found.push(...ids)
  }
  if (found.toSorted().join() !== uploaded.toSorted().join()) {
    world.laws.break('I9', `${found.join()} in place of ${uploaded.join()}`)
  }
}

/** I12: a second recovery changes nothing. */
async function checkRecovery(world: World, disk: Disk): Promise<void> {
  const copy = disk.clone()
  const journal = createJournal({
    page: 'of a later day',
    tables: copy.open({
      isGone: () => false,
      enqueue: (work) => void work(),
      beforeCommit: () => 'written',
      afterCommit: () => undefined,
      readFails: () => false,
    }),
    wallNow: () => Date.UTC(2026, 10, 23),
  })
  await journal.recover()
  const once = copy.snapshot()
  if (once !== disk.snapshot()) world.laws.break('I12', 'a page has come, and something is left to recover')
  await journal.recover()
  if (copy.snapshot() !== once) world.laws.break('I12', 'a second recovery changes something')
}

/** No event of a run is missing. */
function checkAudit(world: World): void {
  for (const { told, disk, wasWiped } of world.realms.values()) {
    if (wasWiped) continue
    for (const [runId, lines] of told) {
      const most = Math.max(...lines.keys())
      if (lines.size !== most) world.laws.break('audit', `${runId} told ${lines.size} of ${most}`)
    }
    for (const { told: upTo, written, id } of disk.all('runs')) {
      if (upTo !== written) world.laws.break('audit', `${id} has told ${upTo} of ${written}`)
    }
  }
}

/** Ends a run as a person would: marks each unknown row, and continues until all is done. */
async function finish(world: World, page: Page, id: string): Promise<void> {
  for (let round = 0; round < 20; round += 1) {
    const cancellation = page.store.getState().runs.byId[id]
    if (!cancellation) return
    // Where a person marks a call that may still be delivered, a refusal of the next call stays in doubt.
    if (round > 0) await world.pass(QUIET_MS)
    for (let position = 0; position < cancellation.requests.length; position += 1)
      mark(world, page, id, position)
    await world.settle()
    // A run that was cut off before its first call has not begun.
    page.ask('continue', cancellation.run ? continueRun(id) : startAll(id))
    await world.pass(1000)
    await world.pass(61_000)
    const { run, tally } = page.store.getState().runs.byId[id] ?? cancellation
    if (run?.phase === 'finished' && tally.unknown === 0) return
  }
  const { run, skipped } = page.store.getState().runs.byId[id] ?? {}
  const waits = !run || run.pausedBy === 'done-elsewhere'
  const isHeld = waits && skipped !== undefined && skipped.size > 0
  if (!isHeld) world.laws.break('end', `${id} comes to no end: ${run?.phase}, ${run?.pausedBy}`)
}

/** I18: in the end the server's view and ours agree. */
function checkEnd(world: World): void {
  const { oms, laws } = world
  for (const { disk, wasWiped, user } of world.realms.values()) {
    if (wasWiped) continue
    for (const record of disk.all('runs')) {
      for (let position = 0; position < record.tally.total; position += 1) {
        const state = disk.get('state', [record.id, position])
        const calls = oms.calls.filter(
          (call) => call.user === user && call.ref === `${record.id} ${position}`,
        )
        const hasEffect = calls.some((call) => call.hasEffect && !call.isOvertaken)
        const hasFailed = calls.some((call) => call.hasEffect) && nameStanding(state) === 'failed'
        const standing = nameStanding(state)
        const [call] = calls
        if (standing === 'succeeded' && call && !oms.isCancelled(call.print))
          laws.break('I18', `${call.print} succeeded here and nowhere else`)
        if (hasFailed || (hasEffect && standing !== 'succeeded' && standing !== 'unknown'))
          laws.break('I18', `${call?.print} is cancelled there and ${standing} here`)
      }
    }
  }
}

/** Ends all faults and closes all pages. Then a person brings each run to its end in one new page. */
export async function concludeWorld(world: World): Promise<void> {
  const { oms } = world
  world.ambushes.length = 0
  world.failingWrites = 0
  world.readsFail = false
  oms.readMode = 'truth'
  oms.script.length = 0
  oms.answersAll = true
  world.host.setRight()
  world.setReachable(true)
  await world.settle()
  await world.pass(QUIET_MS + 120_000)
  world.laws.checkRest()
  world.laws.isConcluding = true
  for (const tab of Array.from(world.tabs)) world.crash(tab)
  await world.settle()
  for (const user of world.realms.keys()) {
    const { current: page } = world.openTab(user)
    await world.settle()
    await checkRecovery(world, page.realm.disk)
    for (const { id, fileName, kind } of page.realm.disk.all('runs')) {
      page.run(showPastRun(id))
      await world.settle()
      const dispatched = page.store.getState().runs.byId[id]
      if (!dispatched) world.laws.break('history', `${id} cannot be opened`)
      await downloadAll(world, page, id, kind, fileName)
      await finish(world, page, id)
      await downloadAll(world, page, id, kind, fileName)
    }
    world.laws.checkRest()
  }
  checkAudit(world)
  checkEnd(world)
}

async function downloadAll(
  world: World,
  page: Page,
  id: string,
  kind: string,
  fileName: string,
): Promise<void> {
  if (kind !== 'single') await checkDownloads(world, page, id, fileName)
}
