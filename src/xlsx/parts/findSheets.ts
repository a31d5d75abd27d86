import { hasContent } from './hasContent'
import { type Budget, inflateEntry } from '../zip/inflateEntry'
import { findEntry } from './parts'
import { WorkbookFault } from '../zip/workbookFault'
import type { ListedSheet, Relation } from './workbookParts'
import type { ZipDirectory, ZipEntry } from '../zip/zipDirectory'
import type { OpenOptions } from './openOptions'

/** A worksheet that is there. */
export interface SheetPart {
  readonly name: string
  readonly isHidden: boolean
  /** The part's name, in lower case. */
  readonly part: string
  readonly entry: ZipEntry
}

/** Sheets that hold something. */
export interface FoundSheets {
  readonly seen: readonly SheetPart[]
  /** Looked for only where no sheet that is seen holds anything. */
  readonly hidden: readonly SheetPart[]
}

// Of all sheets together, to see which of them hold something: half a second. Those behind it are offered unseen.
const MAX_PROBED_BYTES = 67_108_864
// An empty sheet costs some reads of the file as well.
const LEAST_PROBED_BYTES = 65_536

/** Finds the worksheets of a workbook that hold something. */
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
 * Worksheets that have a part. Charts, dialogs and macro sheets are related as something else; what is listed and is
 * not there can be meant by nobody, unless there is no other.
 */
export function listWorksheets(
  directory: ZipDirectory,
  listed: readonly ListedSheet[],
  relations: ReadonlyMap<string, Relation>,
): SheetPart[] {
  // Names are compared in any case, as Excel does; and no two of them stand for one part.
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
    if (own.some((one) => taken.has(one))) throw new WorkbookFault('broken')
    for (const one of own) taken.add(one)
    return isWorksheet ? [{ name, isHidden, part: relation.target, entry }] : []
  })
  if (isGone && !sheets.some(({ isHidden }) => !isHidden)) throw new WorkbookFault('broken')
  return sheets
}

/** IDs are compared exactly, and in any case where that finds none and is sure. */
function createFinder(relations: ReadonlyMap<string, Relation>): (id: string) => Relation | undefined {
  const folded = new Map<string, Relation | null>()
  for (const [id, relation] of relations) {
    const key = id.toLowerCase()
    folded.set(key, folded.has(key) ? null : relation)
  }
  return (id) => relations.get(id) ?? folded.get(id.toLowerCase()) ?? undefined
}
