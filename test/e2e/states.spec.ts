import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from '../support/browser'
import { findOverflow, findSpilling } from '../support/layoutFaults'
import { walkStates } from '../support/walkStates'

// Colours come with the mode and places with the width: each is seen once, and the other two pairs would show nothing new.
const looks = [
  { mode: 'light', viewport: { width: 1440, height: 900 } },
  { mode: 'dark', viewport: { width: 390, height: 844 } },
] as const

async function findViolations(page: Page): Promise<string[]> {
  // In the midst of a transition colours are not what they will be.
  await page.mouse.move(0, 0)
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)))
  // Without frames in the page its older mode finds the same, and opens no second page each time. Of the rest it counts
  // the elements, and describes none: there are hundreds.
  const builder = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] })
  const { violations } = await builder.analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`),
  )
}

for (const { mode, viewport } of looks) {
  test(`in each state axe finds nothing, the page does not scroll sideways and no row spills into the next, ${mode}, ${viewport.width} px wide`, async ({
    page,
    hosts,
  }) => {
    test.slow()
    await page.setViewportSize(viewport)
    const found: string[] = []
    await walkStates({
      page,
      hosts,
      mode,
      visit: async (state) => {
        const faults = [await findOverflow(page), await findSpilling(page), await findViolations(page)]
        found.push(...faults.flat().map((fault) => `${state}: ${fault}`))
      },
    })
    expect(found).toEqual([])
  })
}
