import { obstacles } from '../../mocks/replies'
import { dropped, executed, reply, respondWith } from '../../mocks/script'
import { headline, startCancellation, uploadCsv, writeSheet } from '../support/browser'
import { createIds } from '../support/runOver'
import { click, expect, FAST, findResent, READS, test } from '../support/standTest'

test('a run that lost the network resumes by itself once it is back, and sends nothing twice', async ({
  page,
  context,
  openStand,
}) => {
  const stand = await openStand({ settings: { ...FAST, ...READS } })
  const ids = createIds(6)
  await uploadCsv(page, writeSheet(ids))
  const barrier = await stand.arm(page, { point: 'processed', nth: 3 })
  await startCancellation(page)
  await barrier.reached
  await context.setOffline(true)
  stand.breakConnections()
  barrier.release()
  await expect(headline(page, 'Paused after 3 of 6')).toBeVisible()
  await expect(page.getByText(/resumes by itself once it is back/)).toBeVisible()
  await context.setOffline(false)
  await expect(headline(page, '5 of 6 sub-orders are cancelled')).toBeVisible({ timeout: 20_000 })
  expect(findResent(stand)).toEqual([])
})

test('a run that met a server that is down resumes by itself once a read of the next sub-order succeeds', async ({
  page,
  openStand,
}) => {
  const stand = await openStand({ settings: { ...FAST, ...READS } })
  const ids = createIds(6)
  for (const id of ids.slice(1, 4)) stand.oms.script(id, [executed(respondWith(obstacles.serviceDown))])
  // The first probe finds the server still down.
  stand.oms.script(ids[4] ?? '', [reply(503)])
  await uploadCsv(page, writeSheet(ids))
  await startCancellation(page)
  await expect(headline(page, 'Paused after 4 of 6')).toBeVisible()
  await expect(page.getByText(/resumes by itself once it is back/)).toBeVisible()
  await expect(headline(page, '3 of 6 sub-orders are cancelled')).toBeVisible({ timeout: 20_000 })
  expect(stand.oms.calls.filter(({ method }) => method === 'GET').map(({ answered }) => answered)).toEqual([
    503, 200,
  ])
  expect(stand.received.map(({ subOrderId }) => subOrderId)).toEqual(ids)
})

test('Stop ends the wait: once the server is back nothing goes out before Continue', async ({
  page,
  openStand,
}) => {
  const stand = await openStand({ settings: { ...FAST, ...READS } })
  const ids = createIds(4)
  stand.oms.script(ids[0] ?? '', [dropped])
  await uploadCsv(page, writeSheet(ids))
  await startCancellation(page)
  await expect(page.getByText(/resumes by itself once it is back/)).toBeVisible()
  await click(page, 'Stop')
  await expect(page.getByText(/resumes by itself/)).toHaveCount(0)
  await page.waitForLoadState('networkidle')
  expect(stand.received.length).toBe(1)
  await click(page, 'Continue')
  await expect(headline(page, '3 of 4 sub-orders are cancelled')).toBeVisible()
})

test('a run that waits for the server does not go on by itself after a reload', async ({
  page,
  openStand,
}) => {
  const stand = await openStand({ settings: { ...FAST, ...READS } })
  const ids = createIds(4)
  stand.oms.script(ids[0] ?? '', [dropped])
  await uploadCsv(page, writeSheet(ids))
  await startCancellation(page)
  await expect(page.getByText(/resumes by itself once it is back/)).toBeVisible()
  await page.reload()
  await expect(page.getByRole('button', { name: 'Continue', exact: true })).toBeVisible()
  await expect(page.getByText(/resumes by itself/)).toHaveCount(0)
  await page.waitForLoadState('networkidle')
  expect(stand.oms.calls.length).toBe(1)
})
