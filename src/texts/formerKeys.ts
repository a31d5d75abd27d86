import { findText } from './createTranslations'

/**
 * Beginnings of keys with words that the screen no longer uses, and what stands there now; the first that fits counts.
 * A host's texts may have the former keys until contract 2.0.
 */
export const FORMER_KEYS: Readonly<Record<string, string>> = {
  asideNote: 'closedNote',
  asideMended: 'closedEdited',
  asideShow: 'reopen',
  'issues.titleMended': 'issues.titleResolved',
  'issues.textMended': 'issues.textResolved',
  'issue.heldByLeftOut': 'issue.skippedByLeftOut',
  'mend.dropped': 'edit.removed',
  'mend.isDropped': 'edit.isRemoved',
  'mend.drop': 'edit.remove',
  'mend.': 'edit.',
  'ready.allHeldBack': 'ready.allSkipped',
  'dialog.heldBack': 'dialog.skipped',
  'dialog.dropped': 'dialog.removed',
  'recovered.heldBack': 'recovered.skipped',
  'earlier.held': 'earlier.skipped',
  'finished.heldBack': 'finished.skipped',
}

/** Values that a text of ours no longer has, and that a host's text may still name. */
export const FORMER_VALUES: Readonly<Record<string, readonly string[]>> = {
  'issue.INVALID_ID_CHARACTER': ['column'],
}

/** The key that a host's key stands for: itself, or the one that took its place. */
export function findKey(path: string): string {
  const former = findText(path) === undefined && Object.keys(FORMER_KEYS).find((key) => path.startsWith(key))
  return former ? `${FORMER_KEYS[former]}${path.slice(former.length)}` : path
}
