import type { ZipDirectory } from './zipDirectory'
import type { Archive } from './archive'

const KINDS: readonly (readonly [part: RegExp, archive: Archive])[] = [
  [/^xl\/workbook\.bin$/, { kind: 'workbook', name: '.xlsb' }],
  [/^word\//, { kind: 'document', name: 'Word' }],
  [/^ppt\//, { kind: 'document', name: 'PowerPoint' }],
  [/^content\.xml$/, { kind: 'workbook', name: '.ods' }],
  [/^index\/.*\.iwa$|^index\.zip$/, { kind: 'workbook', name: '.numbers' }],
]
const PACKAGE = ['[content_types].xml', '_rels/.rels']
const SHEET_NAME = /\.(?:csv|tsv|txt|xlsx|xlsm|xls|ods)$/i
// Files that macOS adds to a zip.
const BESIDE = /^__macosx\/|(?:^|\/)\.[^/]*$/i
const LONGEST_NAME = 255

/** Tells the kind of a zip from the names in it; undefined where the zip has the structure of a workbook. */
export function describeArchive(directory: ZipDirectory): Archive | undefined {
  const names = [...directory.keys()]
  // Files of OpenDocument begin with their type.
  const isOpenDocument = names.includes('mimetype')
  for (const [part, archive] of KINDS) {
    if (archive.kind === 'workbook' && archive.name === '.ods' && !isOpenDocument) continue
    if (names.some((name) => part.test(name))) return archive
  }
  if (PACKAGE.some((name) => directory.has(name))) return undefined
  const files = [...directory.entries()].filter(([name]) => !name.endsWith('/') && !BESIDE.test(name))
  const [name, entry] = files.find(([key]) => SHEET_NAME.test(key)) ?? files[0] ?? []
  const first = entry === 'ambiguous' || entry === undefined ? name : entry.name
  return first === undefined ? { kind: 'files' } : { kind: 'files', first: first.slice(0, LONGEST_NAME) }
}
