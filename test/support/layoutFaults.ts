import type { Page } from '@playwright/test'
import { unusedClass } from '../../webpack/unusedClasses'

/** Elements that reach beyond the page's right edge and widen it. */
export function findOverflow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return []
    return [...document.querySelectorAll('main *')]
      .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
      .map((element) => element.outerHTML.slice(0, 120))
  })
}

/** What stands in a row of a table and reaches out of it, where the next row covers it. */
export function findSpilling(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('tbody [role=row]')].flatMap((row) => {
      const { top, bottom } = row.getBoundingClientRect()
      return [...row.querySelectorAll('[role=cell], [role=cell] > *')]
        .filter((part) => {
          const box = part.getBoundingClientRect()
          return box.height > 0 && (box.top < top - 1 || box.bottom > bottom + 1)
        })
        .map((part) => part.outerHTML.slice(0, 120))
    }),
  )
}

/** Classes of antd on the page whose rules the build leaves out, since the screen is not meant to have them. */
export async function findUnstyled(page: Page): Promise<string[]> {
  const classes = await page.evaluate(() => [
    ...new Set([...document.querySelectorAll('[class*=soc-]')].flatMap((element) => [...element.classList])),
  ])
  return classes.filter((name) => unusedClass.test(`.${name}`))
}
