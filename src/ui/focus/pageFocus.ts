import { findPage } from '../frame/findPage'

/** Moves the focus to the screen's title, where the pressed element goes away and nothing takes its place. */
export function focusTitle(within: Element): void {
  findPage(within)?.querySelector('h1')?.focus()
}

/**
 * Whether the screen may move the focus: nothing has it, or an element of the screen that nobody types into or answers.
 */
export function mayTakeFocus(place: HTMLElement | null): boolean {
  const { activeElement } = document
  if (!activeElement || activeElement === document.body) return true
  const isOurs = findPage(place)?.contains(activeElement) ?? false
  return isOurs && !activeElement.matches('input:not([type=file]), textarea, [role=dialog] *')
}
