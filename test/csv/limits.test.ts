import { afterEach, describe, expect, it, jest } from '@jest/globals'
import Papa from 'papaparse'
import { createRecordSplitter } from '../../src/csv/bytes/recordSplitter'
import { loadAs, readAs } from './sheets'

const MEBIBYTE = 1_048_576
const HEADER = 'Sub Order ID,C\n'
const columns = { code: 'TOO_LARGE', limit: 16_384, unit: 'columns' }
const characters = { code: 'TOO_LARGE', limit: MEBIBYTE, unit: 'characters' }
const unclosed = { code: 'UNTERMINATED_QUOTE' }
const file = { fileName: 'orders.csv' }

/** Reads a text, and says how many bytes of it were taken. */
async function readBomb(text: string) {
  let taken = 0
  const onProgress = (done: number) => (taken = done)
  const read = await readAs('sub-orders', text, { maxRows: 1e9, onProgress })
  // Not the sheet: to show how it differs from a refusal would take minutes.
  return { read: read.ok ? 'loaded' : read, taken }
}

function repeat(part: string, length: number): string {
  return part.repeat(Math.ceil(length / part.length))
}

describe('a record that does not end is refused for what there is of it', () => {
  // The window that holds too much, and the piece that fills it.
  it.each([
    ['delimiters alone', ',', columns, 196_608],
    ['quoted cells', '"a",', columns, 196_608],
    ['quoted cells with line ends', '"\n" ,', columns, 196_608],
    ['short cells', 'abcdefg,', columns, 327_680],
    ['one cell', 'x', characters, 2_162_688],
    ['blanks', ' ', characters, 2_162_688],
    ['quotes inside a cell', 'a"', characters, 2_162_688],
    ['bad quotes', '"a', characters, 2_162_688],
    ['a bad quote and then one line', `"a"b${'x'.repeat(3 * MEBIBYTE)}`, characters, 2_162_688],
    ['quotes alone', '"', unclosed, 2_162_688],
    ['an open quote over many lines', `"${'a\n'.repeat(1.5 * MEBIBYTE)}`, unclosed, 2_162_688],
    ['an open quote over many cells', `1,"${'a,'.repeat(1.5 * MEBIBYTE)}`, unclosed, 2_162_688],
    ['wide cells', `${'a'.repeat(900)},`, { code: 'TOO_LARGE', unit: 'characters' }, 8_454_144],
  ])('%s', async (_, part, problem, most) => {
    const { read, taken } = await readBomb(HEADER + repeat(part, 9 * MEBIBYTE))
    expect(read).toEqual({ ok: false, problem: { ...problem, row: 2, ...file } })
    expect(taken).toBeLessThanOrEqual(most)
  })

  it('whether its quotes are even or odd in number', async () => {
    for (const length of [3 * MEBIBYTE, 3 * MEBIBYTE + 1]) {
      const { read } = await readBomb(HEADER + '"'.repeat(length))
      expect(read).toEqual({ ok: false, problem: { ...unclosed, row: 2, ...file } })
    }
  })

  it('with the number of its row, blank ones and quoted line ends counted as a spreadsheet does', async () => {
    const { read } = await readBomb(`${HEADER}1,a\n\n2,"b\nb"\n${'"a",'.repeat(MEBIBYTE)}`)
    expect(read).toEqual({ ok: false, problem: { ...columns, row: 5, ...file } })
  })

  it('the header too', async () => {
    const { read } = await readBomb(','.repeat(MEBIBYTE))
    expect(read).toEqual({ ok: false, problem: { ...columns, row: 1, ...file } })
  })
})

describe('the parser', () => {
  afterEach(() => {
    jest.restoreAllMocks()
  })

  it('is given a window of a record that does not end, and never more of it', () => {
    const parse = jest.spyOn(Papa, 'Parser')
    const taker = { take: () => undefined, takePlain: () => undefined }
    const push = createRecordSplitter(',', taker)
    const pieces = Array.from({ length: 40 }, () => '"a'.repeat(32_768))
    expect(pieces.findIndex((piece) => push(piece, false) === 'long')).toBe(31)
    expect(parse).toHaveBeenCalledTimes(1)
  })
})

describe('a record that ends is held against the same limits', () => {
  const widest = ','.repeat(16_383)
  const longest = '\u00a0'.repeat(MEBIBYTE)
  it.each([
    ['a cell without quotes', `${longest}\u00a0,x\n`, characters],
    ['a blank cell', `${longest}\u00a0,\n`, characters],
    ['a last cell', `1,${longest}\u00a0\n`, characters],
    ['a quoted cell', `"${longest}\u00a0",x\n`, characters],
    ['cells without quotes', `1,${widest}\n`, columns],
    ['blank cells', `,${widest}\n`, columns],
    ['quoted cells', `"1",${widest}\n`, columns],
    ['cells behind an apostrophe', `'1,${widest}\n`, columns],
  ])('%s', async (_, record, problem) => {
    const { read } = await readBomb(`${HEADER}1,a\n\n${record}2,b\n`)
    expect(read).toEqual({ ok: false, problem: { ...problem, row: 4, ...file } })
  })

  it.each([
    ['a cell without quotes', `1,${longest}\n`],
    ['a quoted cell', `1,"${longest}"\n`],
    ['cells without quotes', `1${widest}\n`],
    ['quoted cells', `"1"${widest}\n`],
    ['several long quoted cells', `1,${`"${'x'.repeat(1_000_000)}",`.repeat(3)}"x"\n`],
    ['several megabytes of cells', `1${`,"${'x'.repeat(400)}"`.repeat(16_383)}\n`],
  ])('and may just reach them: %s', async (_, record) => {
    const { rows } = await loadAs('sub-orders', `${HEADER}${record}2,b\n`)
    expect(rows.map(({ row, cells }) => [row, cells[0]])).toEqual([
      [2, '1'],
      [3, '2'],
    ])
  })
})

it('what a person is shown to choose the columns by is cut: all of it goes to the page in one message', async () => {
  const long = 'x'.repeat(1000)
  const read = await readAs('sub-orders', `A,B\n${long},"'=${long}"\n`)
  const question = read.ok ? undefined : read.question
  expect(question?.type === 'columns' && question.preview).toEqual([
    { row: 1, cells: ['A', 'B'] },
    { row: 2, cells: [long.slice(0, 255), `=${long.slice(0, 254)}`] },
  ])
})
