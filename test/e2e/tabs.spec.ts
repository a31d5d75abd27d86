import { createGate, held } from '../../mocks/script'
import { headline, startCancellation, uploadCsv, writeSheet } from '../support/browser'
import { readJournals } from '../support/readJournal'
import { createIds } from '../support/runOver'
import { click, expect, FAST, findResent, test } from '../support/standTest'

test('a second tab shows the run of the first as it goes on, starts nothing, and can ask it to stop', async ({
  page,
  context,
  openStand,
}) => {
  const stand = await openStand({ settings: FAST })
  const ids = createIds(6)
  const gates = [createGate(), createGate()] as const
  stand.oms.script(ids[1] ?? '', [held(gates[0].opened)])
  stand.oms.script(ids[3] ?? '', [held(gates[1].opened)])
  const second = await context.newPage()
  await second.goto(stand.url)
  await uploadCsv(second, writeSheet([...ids].reverse()), 'second.csv')
  await page.bringToFront()
  await uploadCsv(page, writeSheet(ids), 'first.csv')
  await startCancellation(page)

  const notice = second.getByText('A run goes on in another tab').last()
  await expect(notice).toBeVisible()
  await expect(second.getByText('first.csv: 1 of 6 done')).toBeVisible()
  gates[0].open()
  await expect(second.getByText('first.csv: 3 of 6 done')).toBeVisible()
  for (const name of ['Continue', 'Stop']) {
    await expect(second.getByRole('button', { name, exact: true })).toHaveCount(0)
  }
  await click(second, 'Stop that run')
  await expect(second.getByText('That run stops after the answer to its last call.')).toBeVisible()
  gates[1].open()
  await expect(headline(page, 'Stopped after 4 of 6')).toBeVisible()
  await expect(notice).toHaveCount(0)
  expect(stand.received.map(({ subOrderId }) => subOrderId)).toEqual(ids.slice(0, 4))
})

test('after a tab with a running run is closed, the other tab offers to continue the run', async ({
  page,
  context,
  openStand,
}) => {
  const stand = await openStand({ settings: FAST })
  const ids = createIds(6)
  const second = await context.newPage()
  await second.goto(stand.url)
  await page.bringToFront()
  await uploadCsv(page, writeSheet(ids))
  const barrier = await stand.arm(page, { point: 'processed', nth: 3 })
  await startCancellation(page)
  await barrier.reached
  await expect(second.getByText('sheet.csv: 2 of 6 done')).toBeVisible()
  await page.close()
  await expect(headline(second, '2 done, 1 unconfirmed, 3 not sent')).toBeVisible()
  // The closed page may live a moment longer, and an earlier answer would let it send the next call.
  barrier.release()
  await click(second, 'Continue')
  await expect(headline(second, '5 of 6 sub-orders are cancelled')).toBeVisible()
  expect(findResent(stand)).toEqual([])
})

test('another person sees nothing of a run, on the screen or in a journal, and no further call goes out', async ({
  page,
  openStand,
}) => {
  const stand = await openStand({ settings: FAST })
  const ids = createIds(5)
  const gate = createGate()
  stand.oms.script(ids[1] ?? '', [held(gate.opened)])
  await uploadCsv(page, writeSheet(ids), 'priya.csv')
  await startCancellation(page)
  await expect(headline(page, 'Cancelling: 1 of 5 done')).toBeVisible()
  await page.evaluate(() => window.mountFor({ id: 'ravi.kumar', tenant: 'acme-retail' }))
  await expect(page.getByLabel('Upload CSV')).toBeAttached()
  gate.open()
  // The answer to the call in flight is recorded for the first user.
  await expect
    .poll(async () =>
      (await readJournals(page)).flatMap(({ runs }) => runs.map(({ phase, pausedBy }) => [phase, pausedBy])),
    )
    .toEqual([['paused', 'principal-changed']])
  expect(stand.received.length).toBe(2)
  await expect(page.getByText('priya.csv')).toHaveCount(0)
  const journals = await readJournals(page)
  expect(
    journals
      .map(({ runs, state, ledger }) => [runs.length, state.length, ledger.length])
      .sort(([one = 0], [other = 0]) => one - other),
  ).toEqual([
    [0, 0, 0],
    [1, 2, 2],
  ])
  // Neither name contains the user.
  expect(journals.filter(({ name }) => /priya|ravi|acme/.test(name))).toEqual([])

  await page.evaluate(() => window.mountFor({ id: 'priya.nair', tenant: 'acme-retail', name: 'Priya Nair' }))
  await click(page, 'Continue')
  await expect(headline(page, 'All 5 sub-orders are cancelled')).toBeVisible()
  expect(findResent(stand)).toEqual([])
})

test('after a logout no further call goes out, and the answer to the last one is on record', async ({
  page,
  openStand,
}) => {
  const stand = await openStand({ settings: FAST })
  const ids = createIds(4)
  const gate = createGate()
  stand.oms.script(ids[1] ?? '', [held(gate.opened)])
  await uploadCsv(page, writeSheet(ids), 'priya.csv')
  await startCancellation(page)
  await expect(headline(page, 'Cancelling: 1 of 4 done')).toBeVisible()
  await page.evaluate(() => window.changeSession(null))
  await expect(page.getByText('priya.csv')).toHaveCount(0)
  gate.open()
  await expect
    .poll(async () =>
      (await readJournals(page)).flatMap(({ runs }) => runs.map(({ tally }) => tally.cancelled)),
    )
    .toEqual([2])
  expect(stand.received.length).toBe(2)
  await page.reload()
  await expect(page.getByRole('button', { name: 'Continue', exact: true })).toBeVisible()
  expect(stand.received.length).toBe(2)
})
