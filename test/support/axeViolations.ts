import type { Page } from '@playwright/test'
import axe from 'axe-core'

declare global {
  interface Window {
    axe?: typeof axe
  }
}

/** The violations that axe finds on the page, once nothing moves any more. */
export async function findViolations(page: Page): Promise<string[]> {
  // In the midst of a transition colours are not what they will be.
  await page.mouse.move(0, 0)
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)))
  // Half a megabyte of source: each page reads it once, not in each state.
  if (!(await page.evaluate(() => window.axe !== undefined))) await page.evaluate(axe.source)
  return page.evaluate(async () => {
    if (!window.axe) throw new Error('The page has lost axe')
    // Of the rest axe counts the elements, and describes none: there are hundreds.
    const { violations } = await window.axe.run(document, { resultTypes: ['violations'] })
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`),
    )
  })
}
