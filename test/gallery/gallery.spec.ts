import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { createPretendOms } from '../../mocks/oms'
import { refusals } from '../../mocks/replies'
import { createGate, held, respondWith } from '../../mocks/script'
import { startCancellation, test, uploadCsv, writeSheet } from '../support/browser'
import { walkStates } from '../support/walkStates'

// `npm run gallery`: photographs each state of the screen into docs/gallery, and the picture of the README, for people to
// look at. It asserts nothing.

const folder = join(import.meta.dirname, '../../docs/gallery')

const sizes = {
  wide: { width: 1440, height: 900 },
  narrow: { width: 390, height: 844 },
} as const
const modes = ['light', 'dark'] as const

const slugOf = (state: string) => state.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')

/** WebP, which Playwright itself does not write: a quarter of a PNG. */
async function photograph(page: Page, file: string): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: 60 })
  writeFileSync(join(folder, file), Buffer.from(data, 'base64'))
  await session.detach()
}

function writePage(states: readonly string[]): void {
  const show = (state: string, size: keyof typeof sizes) =>
    modes
      .map((mode) => `<img src="${slugOf(state)}.${size}-${mode}.webp" alt="${state}, ${size}, ${mode}">`)
      .join(' ')
  const parts = states.map((state) => `## ${state}\n\n${show(state, 'wide')}\n\n${show(state, 'narrow')}\n`)
  const head =
    'Every state of the screen, wide (1440 × 900) and narrow (390 × 844), light and dark. Written by `npm run gallery`.'
  writeFileSync(join(folder, 'README.md'), `# Gallery\n\n${head}\n\n${parts.join('\n')}`)
}

test.beforeAll(() => {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
})

for (const mode of modes) {
  test(`the gallery, ${mode}`, async ({ page, hosts }) => {
    test.setTimeout(600_000)
    const states: string[] = []
    await page.setViewportSize(sizes.wide)
    await walkStates({
      page,
      hosts,
      mode,
      visit: async (state) => {
        states.push(state)
        for (const [size, viewport] of Object.entries(sizes)) {
          await page.setViewportSize(viewport)
          // A menu follows its button some frames after the page has another width.
          await page.waitForTimeout(200)
          await photograph(page, `${slugOf(state)}.${size}-${mode}.webp`)
        }
        await page.setViewportSize(sizes.wide)
      },
    })
    writePage(states)
  })
}

test('the picture of the README', async ({ page, hosts }) => {
  const ids = Array.from({ length: 147 }, (_, index) => String(1253231242 + index * 17))
  const oms = createPretendOms({ knowsEveryId: true, delayMs: 1 })
  const gate = createGate()
  for (const [index, id] of ids.entries()) {
    if (index % 6 === 3) oms.script(id, [respondWith(refusals.picklistOut)])
    if (index % 17 === 5) oms.script(id, [respondWith(refusals.invoiced)])
    if (index === 72) oms.script(id, [held(gate.opened)])
  }
  await hosts.openShell(oms)
  await page.getByRole('menuitem', { name: 'Sub-Order Cancellation' }).click()
  await uploadCsv(page, writeSheet([...ids, '1.25323E+09', '']), 'warehouse-down-monday.csv')
  await startCancellation(page)
  await page.getByRole('heading', { name: 'Cancelling: 72 of 147 done' }).waitFor()
  await page.screenshot({ path: join(folder, '../screen.png') })
  gate.open()
})
