import { strToU8, type Zippable, zipSync } from 'fflate'

/** A cell: its value as it is, or with what a spreadsheet keeps beside it. Null is no cell at all. */
export type WrittenCell = string | number | boolean | null | DetailedCell

interface DetailedCell {
  /** With a formula: what it came to when it was last worked out; absent: it never was. */
  readonly value?: string | number | boolean
  readonly formula?: string
  /** A number format code: `000000`, `yyyy-mm-dd`. */
  readonly format?: string
  /** The text of an error: `#N/A`. */
  readonly error?: string
  /** What stands in `<v>` of a number cell, where JavaScript would write it otherwise: `1.253231242E9`. */
  readonly raw?: string
}

export interface WrittenSheet {
  readonly name: string
  /** From row 1; an empty row is left out of the file. */
  readonly rows: readonly (readonly WrittenCell[])[]
  readonly state?: 'hidden' | 'veryHidden'
}

export interface WrittenWorkbook {
  readonly sheets: readonly WrittenSheet[]
  /** Texts stand in their cells, as Google and many exports write them; default: they are shared. */
  readonly inlineStrings?: boolean
  readonly date1904?: boolean
  /** The parts are stored as they are, which takes a tenth of the time; default: deflated, as every program writes them. */
  readonly isStored?: boolean
  /** Parts to add or to put in place of ours, by name; null leaves one out. */
  readonly parts?: Readonly<Record<string, string | Uint8Array | null>>
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const SCHEMAS = 'http://schemas.openxmlformats.org'
const MAIN = `${SCHEMAS}/spreadsheetml/2006/main`
const RELATIONS = `${SCHEMAS}/officeDocument/2006/relationships`
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** Writes an `.xlsx` as Excel would, for tests. */
export function writeWorkbook(workbook: WrittenWorkbook): Uint8Array {
  const strings = new Map<string, number>()
  const formats = new Map<string, number>()
  const sheets = workbook.sheets.map(({ rows }) => writeSheet(rows, workbook, strings, formats))
  const parts: Record<string, string | Uint8Array | null> = {
    '[Content_Types].xml': writeContentTypes(sheets.length),
    '_rels/.rels': writeRelations([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': writeMain(workbook),
    'xl/_rels/workbook.xml.rels': writeRelations([
      ...sheets.map((_, index): [string, string] => ['worksheet', `worksheets/sheet${index + 1}.xml`]),
      ['styles', 'styles.xml'],
      ['sharedStrings', 'sharedStrings.xml'],
    ]),
    'xl/styles.xml': writeStyles([...formats.keys()]),
    'xl/sharedStrings.xml': `${DECLARATION}<sst xmlns="${MAIN}">${[...strings.keys()]
      .map((text) => `<si>${writeText(text)}</si>`)
      .join('')}</sst>`,
    ...Object.fromEntries(sheets.map((xml, index) => [`xl/worksheets/sheet${index + 1}.xml`, xml])),
    ...workbook.parts,
  }
  return writeZip(parts, workbook.isStored)
}

/** Zips texts and bytes by name; null is left out. */
export function writeZip(
  parts: Readonly<Record<string, string | Uint8Array | null>>,
  isStored = false,
): Uint8Array {
  const zippable: Zippable = {}
  for (const [name, content] of Object.entries(parts)) {
    if (content !== null) zippable[name] = typeof content === 'string' ? strToU8(content) : content
  }
  return zipSync(zippable, { level: isStored ? 0 : 6 })
}

/** A worksheet around the XML of its rows. */
export function wrapRows(rowsXml: string): string {
  return `${DECLARATION}<worksheet xmlns="${MAIN}"><sheetData>${rowsXml}</sheetData></worksheet>`
}

/** Relations as a part has them; the first is rId1. */
export function writeRelations(relations: readonly (readonly [type: string, target: string])[]): string {
  const list = relations.map(
    ([type, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${RELATIONS}/${type}" Target="${target}"/>`,
  )
  return `${DECLARATION}<Relationships xmlns="${SCHEMAS}/package/2006/relationships">${list.join('')}</Relationships>`
}

function writeContentTypes(sheetCount: number): string {
  const overrides = [
    ['workbook', 'sheet.main'],
    ['styles', 'styles'],
    ['sharedStrings', 'sharedStrings'],
    ...Array.from({ length: sheetCount }, (_, index) => [`worksheets/sheet${index + 1}`, 'worksheet']),
  ].map(([part, type]) => `<Override PartName="/xl/${part}.xml" ContentType="${CONTENT}.${type}+xml"/>`)
  const rels = 'application/vnd.openxmlformats-package.relationships+xml'
  const defaults = `<Default Extension="rels" ContentType="${rels}"/><Default Extension="xml" ContentType="application/xml"/>`
  return `${DECLARATION}<Types xmlns="${SCHEMAS}/package/2006/content-types">${defaults}${overrides.join('')}</Types>`
}

function writeMain({ sheets, date1904 }: WrittenWorkbook): string {
  const list = sheets.map(({ name, state }, index) => {
    const shown = state ? ` state="${state}"` : ''
    return `<sheet name="${escapeXml(name)}" sheetId="${index + 1}"${shown} r:id="rId${index + 1}"/>`
  })
  const properties = date1904 ? '<workbookPr date1904="1"/>' : '<workbookPr/>'
  return `${DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}">${properties}<sheets>${list.join('')}</sheets></workbook>`
}

function writeStyles(codes: readonly string[]): string {
  // Numbers below 164 are the spreadsheet's own.
  const formats = codes.map(
    (code, index) => `<numFmt numFmtId="${164 + index}" formatCode="${escapeXml(code)}"/>`,
  )
  const styles = codes.map((_, index) => `<xf numFmtId="${164 + index}" applyNumberFormat="1"/>`)
  return `${DECLARATION}<styleSheet xmlns="${MAIN}"><numFmts>${formats.join('')}</numFmts><cellXfs><xf numFmtId="0"/>${styles.join('')}</cellXfs></styleSheet>`
}

function writeSheet(
  rows: WrittenSheet['rows'],
  { inlineStrings }: WrittenWorkbook,
  strings: Map<string, number>,
  formats: Map<string, number>,
): string {
  const writeCell = (cell: WrittenCell, place: string): string => {
    if (cell === null) return ''
    const { value, formula, format, error, raw }: DetailedCell =
      typeof cell === 'object' ? cell : { value: cell }
    const style = format === undefined ? '' : ` s="${numberOf(format, formats) + 1}"`
    const start = `<c r="${place}"${style}`
    const inner = formula === undefined ? '' : `<f>${escapeXml(formula)}</f>`
    if (error !== undefined) return `${start} t="e">${inner}<v>${escapeXml(error)}</v></c>`
    if (typeof value === 'boolean') return `${start} t="b">${inner}<v>${value ? 1 : 0}</v></c>`
    if (typeof value !== 'string') return `${start}>${inner}<v>${raw ?? value ?? ''}</v></c>`
    if (formula !== undefined) return `${start} t="str">${inner}<v>${escapeText(value)}</v></c>`
    if (inlineStrings) return `${start} t="inlineStr"><is>${writeText(value)}</is></c>`
    return `${start} t="s"><v>${numberOf(value, strings)}</v></c>`
  }
  const written = rows.map((cells, index) => {
    const row = index + 1
    const texts = cells.map((cell, column) => writeCell(cell, `${nameColumn(column)}${row}`))
    return cells.length === 0 ? '' : `<row r="${row}">${texts.join('')}</row>`
  })
  return wrapRows(written.join(''))
}

/** `A`, `Z`, `AA`: the column's name, counted from 0. */
export function nameColumn(column: number): string {
  const last = String.fromCharCode(65 + (column % 26))
  return column < 26 ? last : nameColumn(Math.floor(column / 26) - 1) + last
}

function numberOf(text: string, numbers: Map<string, number>): number {
  const number = numbers.get(text) ?? numbers.size
  numbers.set(text, number)
  return number
}

function writeText(text: string): string {
  return `<t xml:space="preserve">${escapeText(text)}</t>`
}

// What XML cannot hold or would change, and what would be taken for an escape of it.
const unholdable = /(?![\t\n])\p{Cc}|\p{Cs}|[\ufffe\uffff]|_(?=x[0-9a-f]{4}_)/giu

function escapeText(text: string): string {
  const escaped = text.replace(
    unholdable,
    (char) => `_x${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
  )
  return escapeXml(escaped)
}

function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
