import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/** What axe finds against the page as it stands, once nothing moves any more. */
export async function findViolations(page: Page): Promise<string[]> {
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
