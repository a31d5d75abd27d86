import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from '../support/browser'
import { walkStates } from '../support/walkStates'

// Colours come with the mode and places with the width: each is seen once, and the other two pairs would show nothing new.
const looks = [
  { mode: 'light', viewport: { width: 1440, height: 900 } },
  { mode: 'dark', viewport: { width: 390, height: 844 } },
] as const

for (const { mode, viewport } of looks) {
  test(`axe finds nothing in any state, ${mode}, ${viewport.width} px wide`, async ({ page, hosts }) => {
    test.slow()
    await page.setViewportSize(viewport)
    const found: string[] = []
    await walkStates({
      page,
      hosts,
      mode,
      visit: async (state) => {
        // In the midst of a transition colours are not what they will be.
        await page.mouse.move(0, 0)
        await page.evaluate(() =>
          Promise.allSettled(document.getAnimations().map(({ finished }) => finished)),
        )
        // Without frames in the page its older mode finds the same, and opens no second page each time.
        const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
        for (const { id, nodes } of violations) {
          found.push(
            ...nodes.map(({ html, failureSummary }) => `${state}: ${id}: ${html}\n${failureSummary}`),
          )
        }
      },
    })
    expect(found).toEqual([])
  })
}
