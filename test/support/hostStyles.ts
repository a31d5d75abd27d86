import type { Page } from '@playwright/test'

/** Every computed style of the host's own button, of its icon, and of what both inherit from. */
export function readHostStyles(page: Page): Promise<Record<string, string>[]> {
  return page.getByRole('button', { name: 'New order' }).evaluate(async (button) => {
    await Promise.allSettled(document.getAnimations().map((animation) => animation.finished))
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
    return [body, ...parts.flatMap((part) => [read(part), read(part, '::before'), read(part, '::after')])]
  })
}
