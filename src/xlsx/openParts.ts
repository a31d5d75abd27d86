import type { Breathe } from '../domain/breathe'
import { hasContent } from './hasContent'
import { type Budget, inflateEntry } from './inflateEntry'
import { readXml, type XmlVisitor } from './readXml'
import type { SheetLimits } from './sheetRows'
import { WorkbookFault } from './workbookFault'
import {
  type FoundWorkbook,
  type ListedSheet,
  nameRelations,
  type Relation,
  visitRelations,
  visitWorkbook,
} from './workbookParts'
import { readZipDirectory, type ZipDirectory, type ZipEntry } from './zipDirectory'

export interface PartLimits extends SheetLimits {
  readonly maxInflatedBytes: number
}

export interface SheetPart {
  readonly name: string
  readonly entry: ZipEntry
}

/** Where the parts of a workbook are that one needs to read its sheets. */
export interface Parts {
  readonly file: Blob
  readonly limits: PartLimits
  /** Those that a user sees and that hold something. */
  readonly sheets: readonly SheetPart[]
  readonly strings: ZipEntry | undefined
  readonly styles: ZipEntry | undefined
  readonly isFrom1904: boolean
}

interface OpenOptions {
  readonly limits: PartLimits
  readonly breathe: Breathe
}

const ROOT_RELATIONS = '_rels/.rels'
// Of all sheets together, to see which of them hold something: half a second. Those behind it are offered unseen.
const MAX_PROBED_BYTES = 67_108_864
// An empty sheet costs some reads of the file as well.
const LEAST_PROBED_BYTES = 65_536

/** Finds the parts of a workbook. Throws a WorkbookFault. */
export async function openParts(file: Blob, { limits, breathe }: OpenOptions): Promise<Parts> {
  const directory = await readZipDirectory(file, breathe)
  const budget: Budget = { left: limits.maxInflatedBytes }
  const read = (entry: ZipEntry, visitor: XmlVisitor) =>
    readXml(inflateEntry(file, entry, { budget, breathe }), visitor, limits.maxCellLength)
  const readRelations = async (part: string) => {
    const relations = new Map<string, Relation>()
    const entry = findEntry(directory, part === '' ? ROOT_RELATIONS : nameRelations(part))
    if (entry) await read(entry, visitRelations(part, relations))
    return relations
  }
  const main = findMain(directory, await readRelations(''))
  const workbook: FoundWorkbook = { sheets: [], isFrom1904: false }
  await read(main.entry, visitWorkbook(workbook))
  const relations = await readRelations(main.part)
  const styles = findByType(relations, 'styles')
  const sheets: SheetPart[] = []
  const probe: Budget = { left: MAX_PROBED_BYTES }
  for (const sheet of listWorksheets(directory, workbook.sheets, relations)) {
    const left = limits.maxInflatedBytes
    const inflation: Budget = { left }
    const pieces = inflateEntry(file, sheet.entry, { budget: inflation, breathe })
    if (probe.left <= 0 || (await hasContent(pieces, limits.maxCellLength))) sheets.push(sheet)
    probe.left -= Math.max(left - inflation.left, LEAST_PROBED_BYTES)
  }
  return {
    file,
    limits,
    sheets,
    // A cell that needs them is broken then; there may be none.
    strings: findEntry(directory, findByType(relations, 'sharedStrings')?.target ?? ''),
    // Without them a number would lose its zeros in front.
    styles: styles && needEntry(directory, styles.target),
    isFrom1904: workbook.isFrom1904,
  }
}

function findEntry(directory: ZipDirectory, name: string): ZipEntry | undefined {
  const entry = directory.get(name)
  // Each program would take another one of the two.
  if (entry === 'ambiguous') throw new WorkbookFault('broken')
  return entry
}

function needEntry(directory: ZipDirectory, name: string): ZipEntry {
  const entry = findEntry(directory, name)
  if (!entry) throw new WorkbookFault('broken')
  return entry
}

/** The one part of its kind; two are refused: programs differ in which one they take. */
function findByType(relations: ReadonlyMap<string, Relation>, type: string): Relation | undefined {
  const [first, ...others] = [...relations.values()].filter((relation) => relation.type === type)
  if (others.some(({ target }) => target !== first?.target)) throw new WorkbookFault('broken')
  return first
}

function findMain(directory: ZipDirectory, relations: ReadonlyMap<string, Relation>) {
  const part = findByType(relations, 'officeDocument')?.target
  // No office document at all, or a workbook in Excel's binary form.
  if (part === undefined || part.endsWith('.bin')) throw new WorkbookFault('no-workbook')
  return { part, entry: needEntry(directory, part) }
}

/** Charts, dialogs and macro sheets are related as something else. */
function listWorksheets(
  directory: ZipDirectory,
  listed: readonly ListedSheet[],
  relations: ReadonlyMap<string, Relation>,
): SheetPart[] {
  // Names are compared in any case, as Excel does; and no two of them stand for one part.
  const taken = new Set<string>()
  return listed.flatMap(({ name, isHidden, relation: id }) => {
    const relation = relations.get(id)
    const own = [`name ${name.toLowerCase()}`, `part ${relation?.target}`]
    if (!relation || own.some((one) => taken.has(one))) throw new WorkbookFault('broken')
    for (const one of own) taken.add(one)
    if (isHidden || relation.type !== 'worksheet') return []
    return [{ name, entry: needEntry(directory, relation.target) }]
  })
}
