import * as styles from './frame.module.css'

/** The page of the screen that an element lies in: not a dialog's layer, and not another screen. */
export function findPage(within: Element | null): HTMLElement | null {
  return within?.closest<HTMLElement>(`.${styles.page}`) ?? null
}
