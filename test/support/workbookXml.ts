import { type WrittenWorkbook, writeRelations, writeWorkbook } from './workbook'

const SHEET = 'xl/worksheets/sheet1.xml'

/** The XML of a cell with its own text. */
export const textCell = (text: string, more = '') => `<c t="inlineStr"${more}><is><t>${text}</t></is></c>`

/** The XML of a row of cells. */
export const rowOf = (...cells: readonly string[]) => `<row>${cells.join('')}</row>`

/** A workbook of one sheet that is given as XML, with what stands before its rows and behind them. */
export function writeSheetXml(
  rows: readonly string[],
  {
    before = '',
    behind = '',
    parts = {},
  }: { before?: string; behind?: string; parts?: WrittenWorkbook['parts'] } = {},
): Uint8Array {
  const sheet = `<worksheet>${before}<sheetData>${rows.join('')}</sheetData>${behind}</worksheet>`
  return writeWorkbook({ sheets: [{ name: 'Orders', rows: [] }], parts: { [SHEET]: sheet, ...parts } })
}

/** A workbook's main part with what it says of its formulas. */
export const mainPart = (calcPr: string) => ({
  'xl/workbook.xml': `<workbook xmlns:r="r"><sheets><sheet name="Orders" sheetId="1" r:id="rId1"/></sheets>${calcPr}</workbook>`,
})

/** A table of the first sheet. */
export const tablePart = (table: string) => ({
  'xl/worksheets/_rels/sheet1.xml.rels': writeRelations([['table', '../tables/table1.xml']]),
  'xl/tables/table1.xml': table,
})

/** Styles: formats by number, one style each after a plain one; and formats of conditions. */
export function stylePart(codes: readonly string[], conditional: readonly string[] = []) {
  const escape = (code: string) => code.replaceAll('"', '&quot;').replaceAll('<', '&lt;')
  const formats = codes.map((code, at) => `<numFmt numFmtId="${164 + at}" formatCode="${escape(code)}"/>`)
  const styles = codes.map((_, at) => `<xf numFmtId="${164 + at}"/>`)
  const conditions = conditional.map(
    (code) => `<dxf><font/><numFmt numFmtId="200" formatCode="${escape(code)}"/></dxf>`,
  )
  return {
    'xl/styles.xml': `<styleSheet><numFmts>${formats.join('')}</numFmts><cellXfs><xf numFmtId="0"/>${styles.join('')}</cellXfs><dxfs>${conditions.join('')}</dxfs></styleSheet>`,
  }
}
