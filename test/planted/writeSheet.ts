import { strFromU8, strToU8, unzipSync } from 'fflate'
import { type WrittenCell, writeWorkbook, writeZip } from '../support/workbook'
import type { BookForm, PlantedCell, PlantedLine, PlantedSheet, TextForm } from './plantedSheet'

function writeTextCell({ text, raw }: PlantedCell, { delimiter, quotesAll }: TextForm): string {
  if (raw !== undefined) return raw
  const hasToBe = text.includes(delimiter) || /["\r\n]/.test(text)
  return quotesAll || hasToBe ? `"${text.replaceAll('"', '""')}"` : text
}

function writeRecord(line: PlantedLine, form: TextForm): string {
  // A blank line has no delimiters, as most programs write it.
  if (line.part === 'title' && line.cells.every(({ text }) => text === '')) return ''
  return line.cells.map((cell) => writeTextCell(cell, form)).join(form.delimiter)
}

/** The lines of a text as they come, whatever the table is laid down as. */
function writeRecords({ layout, lines, form }: PlantedSheet): readonly string[] {
  if (form.type !== 'text') return []
  const texts = (line: PlantedLine) => line.cells.map(({ text }) => text)
  switch (layout) {
    case 'table':
      return lines.map((line) => writeRecord(line, form))
    case 'packed':
      return lines.map((line) => {
        const plain = writeRecord(line, { ...form, quotesAll: false })
        return `"${plain.replaceAll('"', '""')}"`
      })
    case 'values':
      return lines.flatMap((line) => texts(line).map((text) => writeTextCell({ text }, form)))
    case 'html':
      return [
        '<div class="report">',
        '\t<table>',
        ...lines.flatMap((line) => [
          '\t<tr>',
          ...texts(line).flatMap((text) => ['\t\t<td>', text, '\t\t</td>']),
          '\t</tr>',
        ]),
        '\t</table>',
        '</div>',
      ]
  }
}

function encode(text: string, { encoding }: TextForm): Uint8Array {
  switch (encoding) {
    case 'utf-8':
      return new TextEncoder().encode(text)
    case 'utf-8-mark':
      return new TextEncoder().encode(`\ufeff${text}`)
    case 'windows-1252':
      return Uint8Array.from(Buffer.from(text, 'latin1'))
    case 'utf-16le':
      return Uint8Array.from(Buffer.from(`\ufeff${text}`, 'utf16le'))
    case 'utf-16be':
      return Uint8Array.from(Buffer.from(`\ufeff${text}`, 'utf16le').swap16())
  }
}

function writeText(sheet: PlantedSheet, form: TextForm): Uint8Array {
  const { lineEnd, delimiter, hasSepLine, endsWithLineEnd } = form
  const body = writeRecords(sheet).join(lineEnd) + (endsWithLineEnd ? lineEnd : '')
  const text = hasSepLine && sheet.layout === 'table' ? `sep=${delimiter}${lineEnd}${body}` : body
  return encode(
    sheet.edits.reduce((edited, edit) => edit(edited), text),
    form,
  )
}

/** A text that a spreadsheet was not told how to part. */
const OPENED: TextForm = {
  type: 'text',
  delimiter: ',',
  quotesAll: false,
  lineEnd: '\n',
  encoding: 'utf-8',
  endsWithLineEnd: true,
  hasSepLine: false,
}

/** Where the worksheet of a workbook lies. */
const PART = 'xl/worksheets/sheet1.xml'

function editPart(book: Uint8Array, edit: (xml: string) => string): Uint8Array {
  const parts = unzipSync(book)
  const sheet = parts[PART]
  if (!sheet) throw new Error('a workbook without a worksheet')
  return writeZip({ ...parts, [PART]: strToU8(edit(strFromU8(sheet))) })
}

function writeBook({ lines, layout }: PlantedSheet, { inlineStrings, merged }: BookForm): Uint8Array {
  const rows = lines.map((line): readonly WrittenCell[] =>
    layout === 'packed'
      ? [writeRecord(line, OPENED)]
      : line.cells.map(({ text, written }) => (written === undefined ? text || null : written)),
  )
  // Half of the workbooks are stored: nearly all of the time of a small one goes into deflating it.
  const book = writeWorkbook({ sheets: [{ name: 'Sheet1', rows }], inlineStrings, isStored: inlineStrings })
  const hidden = lines.flatMap(({ isHidden }, at) => (isHidden ? [at + 1] : []))
  if (merged.length === 0 && hidden.length === 0) return book
  return editPart(book, (xml) => {
    const shown = hidden.reduce(
      (text, row) => text.replace(`<row r="${row}">`, `<row r="${row}" hidden="1">`),
      xml,
    )
    const list = merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('')
    const cells = merged.length === 0 ? '' : `<mergeCells count="${merged.length}">${list}</mergeCells>`
    return shown.replace('</sheetData>', `</sheetData>${cells}`)
  })
}

/** The bytes of a sheet. */
export function writeSheet(sheet: PlantedSheet): Uint8Array {
  return sheet.form.type === 'text' ? writeText(sheet, sheet.form) : writeBook(sheet, sheet.form)
}
