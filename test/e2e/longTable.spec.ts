import type { Locator, Page } from '@playwright/test'
import { createGate, type Gate, held } from '../../mocks/script'
import { headline, startCancellation, uploadCsv, writeSheet } from '../support/browser'
import { expect, FAST, test } from '../support/standTest'

const ROWS = 1_000_000
/** The table shows at most this many rows. */
const SHOWN = 100_000
/** The test does the work of five, each of which had up to three times the usual 90 s. */
const LONGEST_MS = 500_000

function writeId(position: number): string {
  return `SO-${String(position + 1).padStart(7, '0')}`
}

interface SeenRow {
  readonly row: number
  readonly id: string
  /** CSS pixels from the header's lower edge to the row's upper one. */
  readonly top: number
}

/** The rows that are wholly in sight, from top to bottom. */
function readSeen(box: Locator): Promise<SeenRow[]> {
  return box.evaluate((element) => {
    const { bottom } = element.getBoundingClientRect()
    const head = element.querySelector('thead')?.getBoundingClientRect().bottom ?? 0
    return [...element.querySelectorAll('tbody tr')]
      .map((row) => ({ box: row.getBoundingClientRect(), cells: row.querySelectorAll('td') }))
      .filter((seen) => seen.box.top >= head - 1 && seen.box.bottom <= bottom + 1)
      .map(({ box: { top }, cells }) => ({
        row: Number(cells[0]?.textContent),
        id: cells[1]?.textContent ?? '',
        top: Math.round(top - head),
      }))
      .sort((one, other) => one.top - other.top)
  })
}

/** Checks that the rows in sight are consecutive, and that each ID stands in its row. */
async function readFirstSeen(box: Locator): Promise<SeenRow> {
  const seen = await readSeen(box)
  const [first] = seen
  if (!first || seen.length < 3) throw new Error(`${seen.length} rows in sight`)
  expect(seen.map(({ row }) => row)).toEqual(seen.map((_, index) => first.row + index))
  expect(seen.map(({ id }) => id)).toEqual(seen.map(({ row }) => writeId(row - 2)))
  return first
}

/** Waits until nothing moves, not even the corrections after scrolling. */
async function waitForRest(box: Locator): Promise<void> {
  await box.evaluate(
    (element) =>
      new Promise<void>((resolve) => {
        let frames = 0
        let last = -1
        const look = () => {
          frames = element.scrollTop === last ? frames + 1 : 0
          last = element.scrollTop
          if (frames > 15) resolve()
          else requestAnimationFrame(look)
        }
        look()
      }),
  )
}

async function openLongTable(page: Page): Promise<Locator> {
  await uploadCsv(page, writeSheet(Array.from({ length: ROWS }, (_, position) => writeId(position))))
  await headline(page, '1,000,000 sub-orders ready').waitFor({ timeout: 60_000 })
  const box = page.getByRole('group', { name: 'Sub-orders' })
  await expect.poll(async () => (await readSeen(box)).length).toBeGreaterThan(2)
  return box
}

async function searchAndFilter(page: Page, box: Locator): Promise<void> {
  // Each list that the table has shown, by its length.
  await page.evaluate(() => {
    const table = document.querySelector('table')
    const seen: (string | null)[] = []
    new MutationObserver(() => seen.push(table?.getAttribute('aria-rowcount') ?? null)).observe(
      table as Element,
      { attributes: true, attributeFilter: ['aria-rowcount'] },
    )
    Object.assign(window, { seen })
  })
  const search = page.getByRole('textbox', { name: 'Search by ID' })
  await search.fill('so-09999')
  await expect
    .poll(async () => (await readSeen(box)).map(({ id }) => id))
    .toEqual((await readSeen(box)).map((_, index) => `SO-09999${String(index).padStart(2, '0')}`))
  expect(await page.evaluate(() => (window as unknown as { seen: string[] }).seen)).toEqual(['101'])
  await page.getByRole('button', { name: /^Error/ }).click()
  await expect(page.getByText('No row matches')).toBeVisible()
  await page.getByRole('button', { name: 'Show all rows' }).click()
  await expect.poll(async () => (await readSeen(box)).length).toBeGreaterThan(2)
  expect((await readFirstSeen(box)).row).toBe(2)
  await page.getByRole('button', { name: /^Not sent/ }).click()
  await box.focus()
  await page.keyboard.press('End')
  await expect.poll(async () => (await readSeen(box)).at(-1)?.row).toBe(SHOWN + 1)
  expect(await page.evaluate(() => (window as unknown as { seen: string[] }).seen)).toEqual([
    '101',
    '1',
    '1000001',
  ])
}

/** @param gates hold the calls of the rows 41 and 81 */
async function followRun(page: Page, box: Locator, gates: readonly Gate[]): Promise<void> {
  await startCancellation(page)
  await headline(page, 'Cancelling: 40 of 1,000,000 done').waitFor({ timeout: 60_000 })
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect.poll(async () => (await readSeen(box)).map(({ row }) => row)).toContain(42)
  await box.focus()
  await page.keyboard.press('End')
  await waitForRest(box)
  const end = await readSeen(box)
  expect(end.at(-1)?.row).toBe(SHOWN + 1)
  gates[0]?.open()
  await headline(page, 'Cancelling: 80 of 1,000,000 done').waitFor()
  expect(await readSeen(box)).toEqual(end)
  await page.getByRole('button', { name: 'Follow the run' }).click()
  await expect.poll(async () => (await readSeen(box)).map(({ row }) => row)).toContain(82)
  await page.getByRole('button', { name: 'Stop' }).click()
  gates[1]?.open()
  await headline(page, 'Stopped after 81 of 1,000,000').waitFor()
}

/** Checks that End and Home reach the ends of the shown rows, and that a line says that more rows exist. */
async function reachEnds(page: Page, box: Locator): Promise<void> {
  await expect(
    page.getByText(
      'Rows 1 to 100,000 of 1,000,000 are shown here. Filters, search and downloads reach all of them.',
    ),
  ).toBeVisible()
  await box.focus()
  await page.keyboard.press('End')
  await waitForRest(box)
  expect((await readSeen(box)).at(-1)).toMatchObject({ row: SHOWN + 1, id: writeId(SHOWN - 1) })
  await page.keyboard.press('Home')
  await waitForRest(box)
  expect(await readFirstSeen(box)).toEqual({ row: 2, id: writeId(0), top: 0 })
}

// One table for all checks: reading a million rows takes longer than the checks.
test('a million rows are read and counted, the first 100,000 are shown, search and filter reach all, and a run over them is followed on demand', async ({
  page,
  openStand,
}) => {
  test.setTimeout(LONGEST_MS)
  const stand = await openStand({ settings: { ...FAST, maxRows: ROWS } })
  const box = await openLongTable(page)
  await expect(page.getByRole('table', { name: 'Sub-orders' })).toHaveAttribute(
    'aria-rowcount',
    String(ROWS + 1),
  )
  await test.step('rows are searched and filtered, and the old ones stay until the new ones are found', () =>
    searchAndFilter(page, box))
  await page.getByRole('button', { name: /^All/ }).click()
  await test.step('the ends are reached, 1440 px wide', () => reachEnds(page, box))
  await page.setViewportSize({ width: 390, height: 844 })
  await test.step('the ends are reached, 390 px wide', () => reachEnds(page, box))
  await page.setViewportSize({ width: 1440, height: 900 })
  const gates = [createGate(), createGate()]
  for (const [index, gate] of gates.entries())
    stand.oms.script(writeId(40 * (index + 1)), [held(gate.opened)])
  await test.step('a run is followed on demand, and moves nothing else', () => followRun(page, box, gates))
})
