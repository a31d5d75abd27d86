import type { Page } from '@playwright/test'

/** Takes each animation of the page to its end at once: the wave of an antd button lasts two seconds. */
export function finishAnimations(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const isFinite = ({ effect }: Animation) =>
      effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY
    const animations = document.getAnimations().filter(isFinite)
    for (const animation of animations) animation.finish()
    await Promise.allSettled(animations.map(({ finished }) => finished))
  })
}

/** Every computed style of the host's own button, of its icon, and of what both inherit from. */
export async function readHostStyles(page: Page): Promise<Record<string, string>[]> {
  await finishAnimations(page)
  const text = await page.getByRole('button', { name: 'New order' }).evaluate((button) => {
    const read = (element: Element, pseudo?: string) => {
      const style = getComputedStyle(element, pseudo)
      return Object.fromEntries([...style].map((name) => [name, style.getPropertyValue(name)]))
    }
    // The page's own size follows its content, whoever's that is.
    const {
      height: _h,
      'block-size': _b,
      'perspective-origin': _p,
      'transform-origin': _t,
      ...body
    } = read(document.body)
    const parts = [button, ...button.querySelectorAll('*')]
    const styles = parts.flatMap((part) => [read(part), read(part, '::before'), read(part, '::after')])
    // Playwright carries one text over much faster than thousands of values.
    return JSON.stringify([body, ...styles])
  })
  return JSON.parse(text) as Record<string, string>[]
}
