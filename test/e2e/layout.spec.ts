import { createPretendOms } from '../../mocks/oms'
import { createGate, held, reply } from '../../mocks/script'
import {
  expect,
  headline,
  readRows,
  startCancellation,
  test,
  uploadCsv,
  writeSheet,
} from '../support/browser'

const viewports = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
]

for (const viewport of viewports) {
  test(`headline, Stop and table stay where they are while a run goes on, ${viewport.width} px wide`, async ({
    page,
    hosts,
  }) => {
    const ids = Array.from({ length: 40 }, (_, index) => String(1253231242 + index * 17))
    const oms = createPretendOms({ knowsEveryId: true, delayMs: 1 })
    const looks = [0, 1, 2, 12, 39]
    const gates = looks.map(() => createGate())
    for (const [index, gate] of gates.entries()) {
      oms.script(ids[looks[index] ?? 0] ?? '', [held(gate.opened, reply(index % 2 ? 400 : 200))])
    }
    await page.setViewportSize(viewport)
    await hosts.openPlain(oms)
    await uploadCsv(page, writeSheet(ids))
    await startCancellation(page)
    await expect(page.getByRole('dialog')).toHaveCount(0)
    const boxes: unknown[] = []
    for (const [index, done] of looks.entries()) {
      const title = headline(page, `Cancelling: ${done} of 40 done`)
      await title.waitFor()
      const parts = [
        title,
        page.getByRole('button', { name: 'Stop' }),
        page.getByRole('progressbar'),
        page.getByRole('textbox', { name: 'Search by ID' }),
        page.getByRole('group', { name: 'Sub-orders' }),
      ]
      boxes.push(await Promise.all(parts.map((part) => part.boundingBox())))
      gates[index]?.open()
    }
    expect(boxes).toEqual(looks.map(() => boxes[0]))
    await headline(page, '38 of 40 sub-orders are cancelled').waitFor()
  })
}

test('of 10,000 rows only those in sight are in the page, and all can be reached, filtered and found', async ({
  page,
  hosts,
}) => {
  const ids = Array.from({ length: 10_000 }, (_, index) => `SO-${String(index + 1).padStart(5, '0')}`)
  const oms = createPretendOms({ knowsEveryId: true, delayMs: 1 })
  oms.script('SO-00002', [reply(400, { code: 'BAD_DATA', message: 'Order is locked' })])
  const gate = createGate()
  oms.script('SO-00005', [held(gate.opened)])
  await hosts.openPlain(oms)
  await uploadCsv(page, writeSheet(ids))
  await headline(page, '10,000 sub-orders ready').waitFor()
  const table = page.getByRole('group', { name: 'Sub-orders' })
  const countRows = async () => (await readRows(page, 'Sub-orders')).length
  await expect.poll(countRows).toBeGreaterThan(5)
  expect(await countRows()).toBeLessThan(60)

  await table.focus()
  await page.keyboard.press('End')
  await expect
    .poll(async () => (await readRows(page, 'Sub-orders')).at(-1))
    .toEqual(['10001', 'SO-10000', 'NOT SENT', ''])
  expect(await countRows()).toBeLessThan(60)
  await page.keyboard.press('Home')
  await expect
    .poll(async () => (await readRows(page, 'Sub-orders'))[0])
    .toEqual(['2', 'SO-00001', 'NOT SENT', ''])

  await startCancellation(page)
  await headline(page, 'Cancelling: 4 of 10,000 done').waitFor()
  await page.getByRole('button', { name: /^Error\s*1$/i }).click()
  await expect
    .poll(() => readRows(page, 'Sub-orders'))
    .toEqual([['3', 'SO-00002', 'ERROR', 'Order is locked']])
  await page.getByRole('button', { name: /^All/ }).click()
  await page.getByRole('textbox', { name: 'Search by ID' }).fill('so-0777')
  await expect
    .poll(async () => (await readRows(page, 'Sub-orders')).map((cells) => cells[1]))
    .toEqual(Array.from({ length: 10 }, (_, index) => `SO-0777${index}`))
  await page.getByRole('button', { name: 'Stop' }).click()
  gate.open()
  await headline(page, 'Stopped after 5 of 10,000').waitFor()
})
