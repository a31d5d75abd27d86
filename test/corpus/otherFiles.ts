import { deflateRawSync, gzipSync } from 'node:zlib'
import { encode, joinBytes } from './encode'
import { refused, type SheetCase } from './sheetCase'

const LIST = encode('Sub Order ID\r\n1253231242\r\n', 'utf8')
const filler = (length: number) => Array.from({ length }, (_, at) => (at * 73 + 41) % 256)
const ascii = (text: string) => encode(text, 'utf8')

/** A gzip file without the hour it was made at. */
function gzip(bytes: Uint8Array): Uint8Array {
  const zipped = Uint8Array.from(gzipSync(bytes))
  zipped.fill(0, 4, 8)
  return zipped
}

/** The beginning of a zip archive, cut behind its first file. */
const cutZip = joinBytes(
  [0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0, 0, 0, 0, 0, 1, 2, 3, 4, 40, 0, 0, 0, 50, 0, 0, 0, 9, 0, 0, 0],
  ascii('Index.iwa'),
  deflateRawSync(LIST),
)

const HTML: readonly (readonly [file: string, about: string, text: string])[] = [
  [
    'html-table.xls',
    'a table of HTML that calls itself an Excel file',
    '<table><tr><td>Sub Order ID</td></tr><tr><td>1253231242</td></tr></table>',
  ],
  [
    'html-page.csv',
    'a login page that was saved in place of the file',
    '\r\n  <!DOCTYPE html>\r\n<html><body>Sign in</body></html>',
  ],
  [
    'html-comment.csv',
    'a page that begins with a comment',
    '<!-- saved from url --><html><table><tr><td>1</td></tr></table></html>',
  ],
  [
    'xml-spreadsheet.xls',
    'the XML that Excel 2003 wrote',
    '\ufeff<?xml version="1.0"?>\r\n<?mso-application progid="Excel.Sheet"?>\r\n<Workbook></Workbook>',
  ],
]

export const otherFiles: readonly SheetCase[] = [
  ...HTML.map(([file, about, text]) => refused('sub-orders', file, about, text, { code: 'FILE_IS_HTML' })),
  refused(
    'sub-orders',
    'html-utf16.xls',
    'likewise in UTF-16',
    encode('<html><table><tr><td>Sub Order ID', 'utf16le'),
    {
      code: 'FILE_IS_HTML',
    },
  ),
  refused('sub-orders', 'list.csv.gz', 'packed with gzip', gzip(LIST), {
    code: 'FILE_IS_BINARY',
    found: 'gzip',
  }),
  refused('sub-orders', 'report.pdf', 'a PDF', joinBytes(ascii('%PDF-1.7\n%'), filler(200)), {
    code: 'FILE_IS_BINARY',
    found: 'PDF',
  }),
  refused(
    'sub-orders',
    'old-workbook.xls',
    'a workbook of Excel 97, or one with a password',
    joinBytes([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], filler(600)),
    {
      code: 'FILE_IS_XLS',
    },
  ),
  refused('sub-orders', 'cut.xlsx', 'a workbook that was cut on its way', cutZip, { code: 'FILE_IS_XLSX' }),
  refused(
    'sub-orders',
    'image.csv',
    'a picture',
    joinBytes([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13], ascii('IHDR'), filler(300)),
    {
      code: 'FILE_IS_BINARY',
      found: 'PNG',
    },
  ),
  refused('sub-orders', 'zeros.csv', 'a file whose content was never written', new Uint8Array(512), {
    code: 'FILE_IS_BINARY',
  }),
  refused(
    'sub-orders',
    'controls.csv',
    'more control bytes than one in twenty',
    joinBytes(ascii('Sub Order ID\n12'), [1, 2, 3, 4, 5, 6]),
    {
      code: 'FILE_IS_BINARY',
    },
  ),
]
