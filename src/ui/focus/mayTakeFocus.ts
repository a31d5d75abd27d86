import { findPage } from '../frame/findPage'

/** Whether the focus is ours to move: nowhere, or in our screen and not where someone types or answers. */
export function mayTakeFocus(place: HTMLElement | null): boolean {
  const { activeElement } = document
  if (!activeElement || activeElement === document.body) return true
  const isOurs = findPage(place)?.contains(activeElement) ?? false
  return isOurs && !activeElement.matches('input:not([type=file]), textarea, [role=dialog] *')
}
