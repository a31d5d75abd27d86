import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { ALL_CASES } from '../corpus/allCases'
import type { ReportedCase } from '../corpus/reportedCase'
import type { SheetKind } from '../../src/domain/sheet/columnMeaning'

/** A file that is damaged further. */
interface SeedFile {
  readonly file: string
  readonly tab: SheetKind
  readonly bytes: Uint8Array
}

const FOLDER = join(__dirname, '../fixtures/reported')
const reported = JSON.parse(readFileSync(join(FOLDER, 'cases.json'), 'utf8')) as {
  readonly cases: readonly ReportedCase[]
}

/** The texts of a workbook: a plain reading of its bytes cannot find them. */
function readParts(bytes: Uint8Array): readonly string[] {
  try {
    return Object.values(unzipSync(bytes)).flatMap((part) => {
      const xml = strFromU8(part)
      return [...xml.split(/[^A-Za-z0-9_.-]+/), ...xml.split(/[<>]/)]
    })
  } catch {
    return []
  }
}

/** Shown by a format of places: it stands nowhere. */
const SHOWN = ['00012345']

const ownFiles = [...ALL_CASES.values()].flat().map(({ file, content, tab, expected }) => ({
  file,
  tab,
  bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
  sent: 'sent' in expected ? expected.sent : [],
}))

const reportedFiles = reported.cases.map(({ file, tab, checks }) => ({
  file,
  tab,
  bytes: new Uint8Array(readFileSync(join(FOLDER, file))),
  sent: (checks.mustSend ?? []).flatMap((row) => row.split('|')),
}))

/** Our own files, and those of public bug reports. */
export const seedFiles: readonly SeedFile[] = [...ownFiles, ...reportedFiles]

const isWorkbook = ({ bytes }: { readonly bytes: Uint8Array }) => bytes[0] === 0x50 && bytes[1] === 0x4b

/** IDs and SKUs that stand in the workbooks among them, as they are seen there. */
export const idsOfWorkbooks: ReadonlySet<string> = new Set([
  ...ownFiles.filter(isWorkbook).flatMap(({ sent }) => sent.flatMap(([, id, skuId]) => [id, skuId ?? id])),
  ...reportedFiles.filter(isWorkbook).flatMap(({ bytes, sent }) => [...sent, ...readParts(bytes)]),
  ...SHOWN,
])
