import { hasContent } from './hasContent'
import { type Budget, inflateEntry } from '../zip/inflateEntry'
import { findEntry } from './parts'
import { WorkbookFault } from '../zip/workbookFault'
import type { ListedSheet, Relation } from './workbookParts'
import type { ZipDirectory, ZipEntry } from '../zip/zipDirectory'
import type { OpenOptions } from './openOptions'

/** A worksheet that has a part. */
export interface SheetPart {
  readonly name: string
  readonly isHidden: boolean
  /** The part's name, in lower case. */
  readonly part: string
  readonly entry: ZipEntry
}

/** Sheets that are not empty. */
interface FoundSheets {
  readonly seen: readonly SheetPart[]
  /** Found only where all visible sheets are empty. */
  readonly hidden: readonly SheetPart[]
}

// Of all sheets together, to find those that are not empty: half a second. Sheets beyond are offered without a look.
const MAX_PROBED_BYTES = 67_108_864
// An empty sheet costs some reads of the file too.
const LEAST_PROBED_BYTES = 65_536

/** Finds the worksheets that are not empty. */
export async function findSheets(
  file: Blob,
  listed: readonly SheetPart[],
  { limits, yieldIfDue }: OpenOptions,
): Promise<FoundSheets> {
  const probe: Budget = { left: MAX_PROBED_BYTES }
  const keepFull = async (sheets: readonly SheetPart[]) => {
    const full: SheetPart[] = []
    for (const sheet of sheets) {
      const left = limits.maxInflatedBytes
      const inflation: Budget = { left }
      const pieces = inflateEntry(file, sheet.entry, { budget: inflation, yieldIfDue })
      if (probe.left <= 0 || (await hasContent(pieces, limits.maxCellLength))) full.push(sheet)
      probe.left -= Math.max(left - inflation.left, LEAST_PROBED_BYTES)
    }
    return full
  }
  const seen = await keepFull(listed.filter(({ isHidden }) => !isHidden))
  return { seen, hidden: seen.length > 0 ? [] : await keepFull(listed.filter(({ isHidden }) => isHidden)) }
}

/**
 * Lists the worksheets that have a part. Charts, dialogs and macro sheets have another type of relation. A listed
 * sheet without a part can be left out, unless no other sheet is visible.
 */
export function listWorksheets(
  directory: ZipDirectory,
  listed: readonly ListedSheet[],
  relations: ReadonlyMap<string, Relation>,
): SheetPart[] {
  // Names are compared in any case, as Excel does; no two names may stand for the same part.
  const taken = new Set<string>()
  const findRelation = createFinder(relations)
  let isGone = false
  const sheets = listed.flatMap(({ name, isHidden, relation: id }) => {
    const relation = findRelation(id)
    const entry = relation && findEntry(directory, relation.target)
    const isWorksheet = relation === undefined || relation.type === 'worksheet'
    if (!relation || !entry) isGone ||= isWorksheet && !isHidden
    if (!relation || !entry) return []
    const own = [`name ${name.toLowerCase()}`, `part ${relation.target}`]
    if (own.some((key) => taken.has(key))) throw new WorkbookFault('broken')
    for (const key of own) taken.add(key)
    return isWorksheet ? [{ name, isHidden, part: relation.target, entry }] : []
  })
  if (isGone && !sheets.some(({ isHidden }) => !isHidden)) throw new WorkbookFault('broken')
  return sheets
}

/** Compares IDs exactly; if none is equal, in any case, as long as only a single ID fits. */
function createFinder(relations: ReadonlyMap<string, Relation>): (id: string) => Relation | undefined {
  const folded = new Map<string, Relation | null>()
  for (const [id, relation] of relations) {
    const key = id.toLowerCase()
    folded.set(key, folded.has(key) ? null : relation)
  }
  return (id) => relations.get(id) ?? folded.get(id.toLowerCase()) ?? undefined
}
