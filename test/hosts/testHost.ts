import { expect, test } from '../support/browser'
import { buildHost } from './buildHost'
import type { HostCase } from './cases'
import { openHost } from './openHost'
import { createOms, promises, readSurroundings } from './promises'

/** One test for one host: it is built, opened, and each promise tried in turn, as a step of its name. */
export function testHost(host: HostCase): void {
  test(`host ${host.id}`, async ({ page, faults }) => {
    // It may have to be built first.
    test.setTimeout(180_000)
    await test.step('builds', () => buildHost(host))
    const oms = createOms()
    const close = await openHost(page, host, oms)
    await page.getByRole('button', { name: 'New order' }).waitFor()
    const stage = { page, host, oms, before: await readSurroundings(page) }
    for (const [name, keep] of Object.entries(promises)) await test.step(name, () => keep(stage))
    await test.step('no complaint', () => expect(faults).toEqual([]))
    await close()
  })
}
