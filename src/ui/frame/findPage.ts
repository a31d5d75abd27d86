import * as styles from './frame.module.css'

/** Finds the page of the screen around an element; null in the layer of a dialog. */
export function findPage(within: Element | null): HTMLElement | null {
  return within?.closest<HTMLElement>(`.${styles.page}`) ?? null
}
