import * as styles from '../screen.module.css'

/** Takes the focus to the screen's title: what was pressed goes away, and nothing else takes its place. */
export function focusTitle(within: Element): void {
  within.closest(`.${styles.page}`)?.querySelector('h1')?.focus()
}
