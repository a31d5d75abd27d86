import { findPage } from '../frame/findPage'

/** Takes the focus to the screen's title: what was pressed goes away, and nothing else takes its place. */
export function focusTitle(within: Element): void {
  findPage(within)?.querySelector('h1')?.focus()
}
