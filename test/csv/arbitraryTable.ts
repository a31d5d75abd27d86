import * as fc from 'fast-check'
import { encode, encodeWindows1252, type SheetEncoding } from '../corpus/encode'

/** How a table is written to a file. */
export interface Writing {
  readonly delimiter: string
  readonly encoding: SheetEncoding
  /** For the records in turn. */
  readonly lineEnds: readonly string[]
  /** Cells that need no quotes have them all the same, taken in turn. */
  readonly quoted: readonly boolean[]
  readonly endsLastLine: boolean
}

export const writings: fc.Arbitrary<Writing> = fc.record({
  delimiter: fc.constantFrom(',', ';', '\t', '|'),
  encoding: fc.constantFrom<SheetEncoding>(
    'utf8',
    'utf8-bom',
    'utf8-bom-twice',
    'utf16le',
    'utf16be',
    'utf16le-bare',
    'utf16be-bare',
    'windows-1252',
  ),
  lineEnds: fc.array(fc.constantFrom('\r\n', '\n', '\r'), { minLength: 1, maxLength: 4 }),
  quoted: fc.array(fc.boolean(), { minLength: 1, maxLength: 5 }),
  endsLastLine: fc.boolean(),
})

/** Any text but control characters, which make a file binary, and an apostrophe first, which may be a guard of ours. */
const cell = fc
  .oneof(
    {
      weight: 400,
      arbitrary: fc.string({ unit: fc.constantFrom(...'"\',;|\t\r\n =1aé–€😀\u00a0\u200b'), maxLength: 8 }),
    },
    { weight: 200, arbitrary: fc.string({ unit: 'grapheme-ascii', maxLength: 12 }) },
    { weight: 100, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
    { weight: 200, arbitrary: fc.constant('') },
    // Longer than a file is taken at once.
    { weight: 1, arbitrary: fc.constant('€,"x"\r\n'.repeat(12_000)) },
  )
  // oxlint-disable-next-line no-control-regex -- stray control characters refuse their row, and are no part of this promise
  .map((text) => text.replace(/[\0-\x08\x0e-\x1f]/g, '').replace(/^'+/, ''))

/** Rows of the same width; the first cell holds the ID. */
export const tables: fc.Arbitrary<readonly (readonly string[])[]> = fc
  .integer({ min: 1, max: 5 })
  .chain((width) =>
    fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 40 }),
  )

const DELIMITERS = /[,;\t|]/

/** Writes a cell like another program: with quotes where CSV needs them, and where this program likes them. */
function writeCell(text: string, { delimiter }: Writing, isQuoted: boolean, isAlone: boolean): string {
  // A list with a single column has no delimiter: it could be any.
  const needs = /^"|[\r\n]/.test(text) || text.includes(delimiter) || (isAlone && DELIMITERS.test(text))
  return isQuoted || needs ? `"${text.replaceAll('"', '""')}"` : text
}

/** The text of a file. */
export function writeTable(records: readonly (readonly string[])[], writing: Writing): string {
  const { delimiter, lineEnds, quoted, endsLastLine } = writing
  let turn = 0
  let text = ''
  for (const [index, cells] of records.entries()) {
    const line = cells
      .map((one) => writeCell(one, writing, quoted[turn++ % quoted.length] ?? false, cells.length === 1))
      .join(delimiter)
    const end = lineEnds[index % lineEnds.length] ?? '\n'
    const isLast = index === records.length - 1
    // A carriage return and a line feed next to each other would be a single line end.
    const mayMeet = line === '' && text.endsWith('\r') && end.startsWith('\n')
    text += line
    if (!isLast || endsLastLine) text += mayMeet ? '\r' : end
  }
  return text
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** @returns undefined where the text has no bytes in this encoding that tell it from others */
export function encodeTable(text: string, encoding: SheetEncoding): Uint8Array | undefined {
  if (encoding === 'windows-1252') {
    const bytes = encodeWindows1252(text)
    const isAscii = /^[\0-\x7f]*$/.test(text)
    return bytes && (isAscii || !isUtf8(bytes)) ? bytes : undefined
  }
  const bytes = encode(text, encoding)
  if (!encoding.endsWith('-bare')) return bytes
  // Without a mark it is known by its plain characters: most of them have to be.
  const codes = Array.from({ length: text.length }, (_, at) => text.charCodeAt(at))
  const plain = codes.filter((code) => code > 0 && code < 256).length
  return plain / text.length > 0.95 ? bytes : undefined
}
