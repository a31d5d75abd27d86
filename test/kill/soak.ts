/**
 * A long run over a server with every kind of trouble, loaded anew three times in its midst: `npm run test:soak [orders]`.
 * Holds what the screen lets a person download against what the server did. Ends with `N passed, N failed`.
 */
import { chromium as browserType, type Page } from '@playwright/test'
import { buildPlugin } from '../../mocks/build'
import { page as htmlPage, obstacles } from '../../mocks/replies'
import { dropped, executed, reply, type ScriptedAnswer, respondWith } from '../../mocks/script'
import { startCancellation, uploadCsv, writeSheet } from '../support/browser'
import { chromium } from '../support/chromium'
import { saveFiveIds } from '../support/fiveDownloads'
import { readJournal } from '../support/readJournal'
import { type Stand, serveStand } from '../support/stand'

const ANSWER_TIMEOUT_MS = 400
const RELOADS = 3
/** One order in a hundred of each trouble; the step shares no factor with a hundred, so that kinds mix. */
const STEP = 37

/** The last late answer is in before the five downloads are taken, one after the other. */
const UNTROUBLED = 300

const troubles: readonly (readonly [name: string, create: (index: number) => ScriptedAnswer])[] = [
  ['429', (index) => respondWith(obstacles.tooManyRequests(String(index % 2)))],
  ['500 without a verdict, not done', () => reply(500)],
  ['502 without a verdict, done', () => executed(respondWith(htmlPage(502, 'Bad Gateway')))],
  // Gateways break off what never ends; the six connections that a browser has to a host would all be taken.
  ['no answer, not done', () => ({ ...dropped, delayMs: 3 * ANSWER_TIMEOUT_MS })],
  ['an answer after its time-out', () => ({ delayMs: 3 * ANSWER_TIMEOUT_MS })],
  ['already cancelled', () => reply(409, { code: 'ALREADY_CANCELLED', message: 'Already cancelled' })],
  ['refused', () => reply(400, { code: 'BAD_DATA', message: 'Order is locked' })],
]

function scriptTroubles(stand: Stand, ids: readonly string[]): void {
  for (const [index, id] of ids.slice(0, -UNTROUBLED).entries()) {
    const trouble = troubles[(index * STEP) % 100]
    if (!trouble) continue
    if (trouble[0] === 'already cancelled') stand.oms.put({ id, status: 'CANCELLED' })
    stand.oms.script(id, [trouble[1](index)])
  }
}

/** Goes on whenever the run holds, as a person would, until it is at its end or has come so far. */
async function driveTo(page: Page, done: number): Promise<void> {
  for (;;) {
    await page.waitForFunction(
      (enough) => {
        const { phase, done: sofar } = window.screenHandle.status()
        return phase !== 'running' || sofar >= enough
      },
      done,
      { timeout: 0 },
    )
    const status = await page.evaluate(() => window.screenHandle.status())
    if (status.phase === 'idle' || status.done >= done) return
    await page.getByRole('button', { name: 'Continue', exact: true }).click()
    await page.waitForFunction(() => window.screenHandle.status().phase !== 'paused')
  }
}

async function reload(page: Page): Promise<void> {
  await page.reload()
  await page.getByRole('button', { name: 'Continue', exact: true }).click()
  await page.waitForFunction(() => window.screenHandle.status().phase !== 'paused')
}

const without = (ids: readonly string[], known: readonly string[]) => {
  const set = new Set(known)
  return ids.filter((id) => !set.has(id))
}
const within = (ids: readonly string[], known: readonly string[]) => {
  const set = new Set(known)
  return ids.filter((id) => set.has(id))
}

/** Each of what must be empty, by what it would mean. */
async function findFaults(page: Page, stand: Stand, ids: readonly string[], already: readonly string[]) {
  const { success, error, unknown, remaining, skipped } = await saveFiveIds(page)
  const effects = stand.oms.effects.map(({ subOrderId }) => subOrderId)
  const rows = [...success, ...error, ...unknown, ...remaining, ...skipped]
  // A call that was proven not processed goes out again; any other only once.
  const processed = stand.oms.calls
    .filter(({ answered }) => answered !== 429)
    .map(({ subOrderId }) => subOrderId)
  const keys = new Map<string, Set<string>>()
  for (const { subOrderId, key } of stand.received) {
    keys.set(subOrderId, (keys.get(subOrderId) ?? new Set()).add(key))
  }
  const { state } = await readJournal(page)
  const numbers = new Set(stand.events.map(({ sequence }) => sequence))
  const last = Math.max(...numbers)
  console.log(
    `rows: ${success.length} success, ${error.length} error, ${unknown.length} unknown, ${remaining.length} remaining, ${skipped.length} skipped`,
  )
  console.log(
    `server: ${stand.received.length} calls, ${effects.length} effects, ${already.length} were cancelled before; audit: ${last} events`,
  )
  return {
    'not in exactly one download': [
      ...without(ids, rows),
      ...rows.filter((id, index) => rows.indexOf(id) !== index),
    ],
    'SUCCESS without an effect': without(success, [...effects, ...already]),
    'ERROR with an effect': within(error, effects),
    'an effect that is neither SUCCESS nor UNKNOWN': without(without(effects, success), unknown),
    'processed twice': processed.filter((id, index) => processed.indexOf(id) !== index),
    'sent with two keys': ids.filter((id) => (keys.get(id)?.size ?? 0) > 1),
    'sent, and not in the journal': state.length === ids.length ? [] : [`${ids.length - state.length}`],
    'missing in the audit': Array.from({ length: last }, (_, index) => index + 1)
      .filter((number) => !numbers.has(number))
      .map(String),
  }
}

async function main(): Promise<void> {
  await buildPlugin()
  const orders = Number(process.argv[2] ?? 10_000)
  const ids = Array.from({ length: orders }, (_, index) => String(6_000_000_000 + index))
  const stand = await serveStand({ settings: { callsPerMinute: 1e6, answerTimeoutMs: ANSWER_TIMEOUT_MS } })
  scriptTroubles(stand, ids)
  const already = ids.filter((id) => stand.oms.subOrder(id) !== undefined)
  const browser = await browserType.launch(chromium.launchOptions)
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  await page.goto(stand.url)
  await uploadCsv(page, writeSheet(ids))
  const start = performance.now()
  await startCancellation(page)
  // Before that there is nothing that a reload could cut off.
  await page.waitForFunction(() => window.screenHandle.status().phase === 'running')
  for (let time = 1; time <= RELOADS; time += 1) {
    await driveTo(page, Math.floor((orders * time) / (RELOADS + 1)))
    await reload(page)
    console.log(
      `${((performance.now() - start) / 1000).toFixed(0)} s: loaded anew after ${stand.received.length} calls`,
    )
  }
  await driveTo(page, orders)
  const seconds = (performance.now() - start) / 1000
  console.log(`${orders} orders in ${seconds.toFixed(0)} s`)
  const faults = Object.entries(await findFaults(page, stand, ids, already))
  for (const [name, found] of faults) {
    console.log(
      `${found.length === 0 ? 'ok    ' : 'FAILED'} ${name}: ${found.length} ${found.slice(0, 5).join(' ')}`,
    )
  }
  await browser.close()
  await stand.close()
  const failed = faults.filter(([, found]) => found.length > 0).length
  console.log(`${faults.length - failed} passed, ${failed} failed`)
  process.exitCode = failed === 0 ? 0 : 1
}

await main()
