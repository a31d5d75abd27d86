import { findViolations } from '../support/axeViolations'
import { expect, test } from '../support/browser'
import { findOverflow, findSpilling, findUnstyled } from '../support/layoutFaults'
import { walkStates } from '../support/walkStates'

// Colours depend on the mode and places on the width: the other two pairs would show nothing new.
const looks = [
  { mode: 'light', viewport: { width: 1440, height: 900 } },
  { mode: 'dark', viewport: { width: 390, height: 844 } },
] as const

for (const { mode, viewport } of looks) {
  test(`in each state axe finds nothing, the page does not scroll sideways, no row spills into the next and no element lacks its styles, ${mode}, ${viewport.width} px wide`, async ({
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
        const layout = [await findOverflow(page), await findSpilling(page), await findUnstyled(page)]
        const faults = [...layout, await findViolations(page)]
        found.push(...faults.flat().map((fault) => `${state}: ${fault}`))
      },
    })
    expect(found).toEqual([])
  })
}
