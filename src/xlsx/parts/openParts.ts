import { findSheets, listWorksheets, type SheetPart } from './findSheets'
import { type Budget, inflateEntry } from '../zip/inflateEntry'
import { findByType, findEntry } from './parts'
import { readXml, type XmlVisitor } from '../zip/readXml'
import type { CellRange } from '../../domain/sheet/sheetSight'
import { type TotalRows, visitTable } from './totalRows'
import { WorkbookFault } from '../zip/workbookFault'
import {
  type FoundWorkbook,
  nameRelations,
  type Relation,
  visitRelations,
  visitWorkbook,
} from './workbookParts'
import { describeArchive } from '../zip/describeArchive'
import { readZipDirectory, type ZipDirectory, type ZipEntry } from '../zip/zipDirectory'
import type { OpenOptions, WorkbookLimits } from './openOptions'

/** The parts of a workbook that reading a sheet needs. */
export interface Parts {
  readonly file: Blob
  readonly limits: WorkbookLimits
  /** The sheets that are visible and not empty. */
  readonly sheets: readonly SheetPart[]
  /** Names of hidden sheets that are not empty; only where all visible sheets are empty. */
  readonly hiddenSheets: readonly string[]
  readonly strings: ZipEntry | undefined
  readonly styles: ZipEntry | undefined
  readonly isFrom1904: boolean
  readonly isStale: boolean
  /** Finds the rows below the data of a sheet's tables. */
  findTotals(sheet: SheetPart): Promise<TotalRows>
}

const ROOT_RELATIONS = '_rels/.rels'
// Each table costs some reads of the file; users of Excel have a handful.
const MAX_TABLES = 1000

/** Finds the parts of a workbook. Throws a WorkbookFault. */
export async function openParts(file: Blob, options: OpenOptions): Promise<Parts> {
  const { limits, yieldIfDue } = options
  const directory = await readZipDirectory(file, yieldIfDue)
  const budget: Budget = { left: limits.maxInflatedBytes }
  const read: ReadPart = (entry, visitor) =>
    readXml(inflateEntry(file, entry, { budget, yieldIfDue }), visitor, limits.maxCellLength)
  const main = findMain(directory, await readRelations('', directory, read))
  const workbook: FoundWorkbook = { sheets: [], isFrom1904: false, isStale: false }
  await read(main.entry, visitWorkbook(workbook))
  const relations = await readRelations(main.part, directory, read)
  const { seen, hidden } = await findSheets(
    file,
    listWorksheets(directory, workbook.sheets, relations),
    options,
  )
  return {
    file,
    limits,
    sheets: seen,
    hiddenSheets: hidden.map(({ name }) => name),
    // A missing part is no fault as long as no cell needs it.
    strings: findEntry(directory, findByType(relations, 'sharedstrings')?.target ?? ''),
    styles: findEntry(directory, findByType(relations, 'styles')?.target ?? ''),
    isFrom1904: workbook.isFrom1904,
    isStale: workbook.isStale,
    findTotals: async ({ part }) => readTotals(await readRelations(part, directory, read), directory, read),
  }
}

type ReadPart = (entry: ZipEntry, visitor: XmlVisitor) => Promise<void>

/** @param part its name; empty for the package itself */
async function readRelations(
  part: string,
  directory: ZipDirectory,
  read: ReadPart,
): Promise<ReadonlyMap<string, Relation>> {
  const relations = new Map<string, Relation>()
  const entry = findEntry(directory, part === '' ? ROOT_RELATIONS : nameRelations(part))
  if (entry) await read(entry, visitRelations(part, relations))
  return relations
}

/** Reads the rows below the data of a sheet's tables. */
async function readTotals(
  relations: ReadonlyMap<string, Relation>,
  directory: ZipDirectory,
  read: ReadPart,
): Promise<TotalRows> {
  const totals = new Map<number, CellRange[]>()
  const tables = [...relations.values()].filter(({ type }) => type === 'table')
  for (const { target } of tables.slice(0, MAX_TABLES)) {
    const entry = findEntry(directory, target)
    if (!entry) throw new WorkbookFault('broken')
    await read(entry, visitTable(totals))
  }
  return totals
}

function findMain(directory: ZipDirectory, relations: ReadonlyMap<string, Relation>) {
  const part = findByType(relations, 'officedocument')?.target
  const archive = describeArchive(directory)
  // The zip holds no office document, or another one: a workbook in Excel's binary form, a text.
  if (part === undefined || (archive && archive.kind !== 'files'))
    throw new WorkbookFault('no-workbook', undefined, undefined, archive)
  const entry = findEntry(directory, part)
  if (!entry) throw new WorkbookFault('broken')
  return { part, entry }
}
