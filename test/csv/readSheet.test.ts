import { describe, expect, it } from '@jest/globals'
import { loadAs, readAs, readFixture } from './sheets'

async function loadFixture(kind: 'sub-orders' | 'line-items', name: string) {
  return loadAs(kind, await readFixture(name))
}

describe('a file that loads', () => {
  it('becomes a sheet with the columns found and the rows numbered as a spreadsheet shows them', async () => {
    expect(await loadFixture('sub-orders', 'sub-orders.csv')).toEqual({
      kind: 'sub-orders',
      fileName: 'orders.csv',
      delimiter: ',',
      header: ['Increff Sub Order ID'],
      columns: { subOrderId: 0 },
      rows: [
        { row: 2, cells: ['1253231242'] },
        { row: 3, cells: ['0012'] },
      ],
    })
  })

  it('may have semicolons, a byte order mark, and commas in its header', async () => {
    expect(await loadFixture('line-items', 'semicolons-bom.csv')).toEqual({
      kind: 'line-items',
      fileName: 'orders.csv',
      delimiter: ';',
      header: ['Sub Order ID', 'Increff SKU ID', 'Quantity', 'Größe, Farbe'],
      columns: { subOrderId: 0, skuId: 1, quantity: 2 },
      rows: [{ row: 2, cells: ['1253231242', '8647326934', '2', 'M; "rot"'] }],
    })
  })

  it.each(['tabs-utf16le.txt', 'tabs-utf16be.txt', 'windows-1252.csv'])(
    'may be encoded as in %s',
    async (name) => {
      const { header, rows } = await loadFixture('sub-orders', name)
      expect([header[1], rows]).toEqual(['Note', [{ row: 2, cells: ['1253231242', 'Größe'] }]])
    },
  )

  it('may mix line ends; blank records are left out but count, and quoted line ends stay as they are', async () => {
    const { rows } = await loadFixture('sub-orders', 'mixed-line-ends.csv')
    expect(rows).toEqual([
      { row: 2, cells: ['1', 'a'] },
      { row: 3, cells: ['2', 'b'] },
      { row: 4, cells: ['3', 'c\r\nd\re'] },
      { row: 8, cells: ['4', ''] },
      { row: 9, cells: ['5', 'f'] },
    ])
  })

  it('may have a character of several bytes wherever it is cut for reading', async () => {
    const notes = Array.from({ length: 30_000 }, (_, index) => `${index},ü€😀`)
    const text = `Sub Order ID,Note\n${notes.join('\n')}`
    const { rows } = await loadAs('sub-orders', text, { maxRows: 30_000 })
    expect(rows).toEqual(notes.map((note, index) => ({ row: index + 2, cells: note.split(',') })))
  })

  it("may begin with Excel's sep line, which no spreadsheet counts", async () => {
    const { delimiter, rows } = await loadFixture('sub-orders', 'excel-sep-line.csv')
    expect([delimiter, rows]).toEqual([';', [{ row: 2, cells: ['1', 'a,b'] }]])
  })

  it('may have blank lines above its header', async () => {
    const { header, rows } = await loadAs('sub-orders', '\n , \n\nSub Order ID,Note\n1,\n')
    expect([header, rows]).toEqual([['Sub Order ID', 'Note'], [{ row: 5, cells: ['1', ''] }]])
  })

  it('may have no line end at its end, not even behind a quote', async () => {
    const { rows } = await loadAs('sub-orders', 'Sub Order ID\r\n1\r\n"2"')
    expect(rows).toEqual([
      { row: 2, cells: ['1'] },
      { row: 3, cells: ['2'] },
    ])
  })

  it('counts a record over several text lines as one row', async () => {
    const { rows } = await loadAs('sub-orders', 'Sub Order ID,"No\nte"\r\n1,"a\r\n\r\nb"\r\n2,c')
    expect(rows.map(({ row }) => row)).toEqual([2, 3])
  })

  it('may have a header named __proto__', async () => {
    const { header, rows } = await loadAs('sub-orders', '__proto__,Sub Order ID\nx,1\n')
    expect([header, rows]).toEqual([['__proto__', 'Sub Order ID'], [{ row: 2, cells: ['x', '1'] }]])
  })

  it('loses one leading apostrophe before what a spreadsheet would run, and only there', async () => {
    const text = "Sub Order ID,'=Note\n1,'=1+1\n1,''=1\n1,'00123\n1,' @x\n1,'\uff1dx\n1,'text\n1,=1\n"
    const { header, rows } = await loadAs('sub-orders', text)
    expect([header[1], ...rows.map(({ cells }) => cells[1])]).toEqual([
      '=Note',
      '=1+1',
      "'=1",
      "'00123",
      ' @x',
      '\uff1dx',
      "'text",
      '=1',
    ])
  })

  it('tells how far reading is, in bytes', async () => {
    const text = `Sub Order ID\n${'1\n'.repeat(60_000)}`
    const steps: [number, number][] = []
    await readAs('sub-orders', text, { maxRows: 100_000, onProgress: (...step) => steps.push(step) })
    expect(steps).toEqual([
      [65_536, 120_013],
      [120_013, 120_013],
    ])
  })

  it('lets the page have its turn while it reads', async () => {
    const rest: string[] = []
    const yieldIfDue = () => Promise.resolve().then(() => void rest.push('yield'))
    await readAs('sub-orders', `Sub Order ID\n${'1\n'.repeat(200_000)}`, { maxRows: 1_000_000, yieldIfDue })
    // Once for each piece of 64 kB.
    expect(rest.length).toBe(7)
  })
})

describe('the delimiter', () => {
  it.each([
    ['is the one that shows the columns we know', 'Sub Order ID|a,b,c,d\n1|x\n', '|'],
    ['is a comma in a file of one column', 'Sub Order ID\n1;2\n', ','],
    ['is not looked for inside quotes', 'Sub Order ID;"a, b, c, d"\n1;2\n', ';'],
    ['is not a comma inside a header of its own', 'Note, internal\tSub Order ID\nx\t1\n', '\t'],
  ])('%s', async (_, text, delimiter) => {
    expect((await loadAs('sub-orders', text)).delimiter).toBe(delimiter)
  })
})

describe('a record with bad quotes', () => {
  it('is one row with its raw text, and the rows after it are read', async () => {
    const { rows } = await loadFixture('sub-orders', 'bad-quotes.csv')
    expect(rows).toEqual([
      { row: 2, cells: ['1', 'fine'] },
      { row: 3, cells: ['2,"bad" quote'], badQuotes: true },
      { row: 4, cells: ['3', 'fine, too'] },
      { row: 5, cells: ['4', '5" pipe'] },
      { row: 6, cells: ['5', ''] },
      { row: 7, cells: ['"6"x,"y"'], badQuotes: true },
      { row: 8, cells: ['7', 'z'] },
    ])
  })

  it('may be the last one, without a line end', async () => {
    const { rows } = await loadAs('sub-orders', 'Sub Order ID\n1\n"2"3')
    expect(rows).toEqual([
      { row: 2, cells: ['1'] },
      { row: 3, cells: ['"2"3'], badQuotes: true },
    ])
  })

  it('never makes a row out of the text of a quoted cell that runs on over its line end', async () => {
    const read = await readAs('sub-orders', await readFixture('bad-quotes-over-lines.csv'))
    expect(read).toEqual({
      ok: false,
      problem: { code: 'UNTERMINATED_QUOTE', row: 3, fileName: 'orders.csv' },
    })
  })

  it('may stand anywhere in a file of several slices', async () => {
    const lines = Array.from({ length: 20_000 }, (_, index) =>
      index % 7 === 3 || index % 5000 < 3
        ? `"${index}" x,"y, ""z"""`
        : `${index},"note, ""quoted"" ${index}"`,
    )
    const text = `Sub Order ID,Note\r\n${lines.join('\r\n')}\r\n`
    const { rows } = await loadAs('sub-orders', text, { maxRows: 100_000 })
    const expected = lines.map((line, index) =>
      line.startsWith('"')
        ? { row: index + 2, cells: [line], badQuotes: true }
        : { row: index + 2, cells: [String(index), `note, "quoted" ${index}`] },
    )
    expect(rows).toEqual(expected)
  })
})

describe('a file that does not load', () => {
  it.each([
    ['sheet.csv.gz', { code: 'FILE_IS_BINARY', found: 'gzip' }],
    ['report.pdf', { code: 'FILE_IS_BINARY', found: 'PDF' }],
    ['excel.csv', { code: 'FILE_IS_XLSX' }],
    ['old-excel.xls', { code: 'FILE_IS_XLS' }],
    ['login-page.csv', { code: 'FILE_IS_HTML' }],
    ['utf32le.csv', { code: 'UNSUPPORTED_ENCODING', found: 'UTF-32 LE' }],
    ['utf32be.csv', { code: 'UNSUPPORTED_ENCODING', found: 'UTF-32 BE' }],
    ['unterminated.csv', { code: 'UNTERMINATED_QUOTE', row: 3 }],
  ])('%s', async (name, problem) => {
    expect(await readAs('sub-orders', await readFixture(name))).toEqual({
      ok: false,
      problem: { ...problem, fileName: 'orders.csv' },
    })
  })

  it.each([
    ['no bytes are empty', '', { code: 'EMPTY_FILE' }],
    ['blanks and a byte order mark are empty', '\ufeff \r\n,,\n\u00a0\n', { code: 'EMPTY_FILE' }],
    ['a header alone has no rows', 'Sub Order ID\r\n,\r\n', { code: 'NO_ROWS' }],
    ['NUL bytes are binary', 'Sub Order ID\n1\0\0\0\0\n', { code: 'FILE_IS_BINARY' }],
    ['many control bytes are binary', 'Sub Order ID\n\x01\x02\x03\x04', { code: 'FILE_IS_BINARY' }],
    ['a table of HTML is HTML', '<table><tr><td>Sub Order ID', { code: 'FILE_IS_HTML' }],
    ['XML is HTML', '\ufeff<?xml version="1.0"?><Workbook/>', { code: 'FILE_IS_HTML' }],
    ['a page is HTML', '<HTML><body>', { code: 'FILE_IS_HTML' }],
    [
      'IDs without a header miss it',
      '1253231242\n1253231243\n',
      { code: 'MISSING_HEADER', columns: ['Increff Sub Order ID'], found: '1253231242' },
    ],
    [
      'a doubled column is ambiguous',
      'Sub Order ID,System Sub Order ID\n1,2\n',
      {
        code: 'DUPLICATE_HEADER',
        columns: ['Increff Sub Order ID'],
        found: 'Sub Order ID, System Sub Order ID',
      },
    ],
    [
      "the other tab's file is refused",
      'Sub Order ID,SKU ID,Qty\n1,2,3\n',
      {
        code: 'WRONG_SHEET',
        belongsTo: 'line-items',
        columns: ['SKU ID', 'Qty'],
        found: 'Sub Order ID, SKU ID, Qty',
      },
    ],
    [
      'an unclosed quote in the header is unclosed',
      '"Sub Order ID\n1\n',
      { code: 'UNTERMINATED_QUOTE', row: 1 },
    ],
  ])('%s', async (_, text, problem) => {
    expect(await readAs('sub-orders', text)).toMatchObject({
      ok: false,
      problem: { ...problem, fileName: 'orders.csv' },
    })
  })

  it('may have a stray control character: that is its row’s trouble', async () => {
    const { rows } = await loadAs('sub-orders', 'Sub Order ID\n1\0\n2\x07\n')
    expect(rows.map(({ cells }) => cells)).toEqual([['1\0'], ['2\x07']])
  })

  it('has more rows than allowed, and is not read further; blank rows do not count', async () => {
    const text = `Sub Order ID\n1\n\n2\n3\n${'4\n'.repeat(300_000)}`
    let progress = 0
    const read = await readAs('sub-orders', text, { maxRows: 2, onProgress: (done) => (progress = done) })
    expect([read, progress]).toEqual([
      { ok: false, problem: { code: 'TOO_MANY_ROWS', limit: 2, fileName: 'orders.csv' } },
      65_536,
    ])
    expect(await readAs('sub-orders', 'Sub Order ID\n1\n\n2\n\n', { maxRows: 2 })).toMatchObject({ ok: true })
  })

  it('is larger than allowed, and is not read at all', async () => {
    const file = new File(['Sub Order ID\n1\n'], 'orders.csv')
    file.arrayBuffer = () => Promise.reject(new Error('read'))
    const { readSheet } = await import('../../src/csv/readSheet')
    const options = { kind: 'sub-orders', maxRows: 9, yieldIfDue: () => undefined } as const
    expect(await readSheet(file, { ...options, maxBytes: 14 })).toEqual({
      ok: false,
      problem: { code: 'TOO_LARGE', limit: 14, fileName: 'orders.csv' },
    })
    expect(await readSheet(file, { ...options, maxBytes: 15 })).toEqual({
      ok: false,
      problem: { code: 'UNREADABLE', fileName: 'orders.csv' },
    })
  })

  it('leaves a quote open for more than a mebibyte, and is read no further than twice that', async () => {
    const text = `Sub Order ID\n1\n"2\n${'3\n'.repeat(2_000_000)}`
    let progress = 0
    const read = await readAs('sub-orders', text, { maxRows: 1e9, onProgress: (done) => (progress = done) })
    expect(read).toEqual({
      ok: false,
      problem: { code: 'UNTERMINATED_QUOTE', row: 3, fileName: 'orders.csv' },
    })
    expect(progress).toBeLessThanOrEqual(2_162_688)
  })
})

it('a long record without any quote is no unclosed quote', async () => {
  const note = 'x'.repeat(1_000_000)
  const { rows } = await loadAs('sub-orders', `Sub Order ID,A,B,C\n1,${note},${note},${note}\n2,x,y,z\n`)
  expect(rows.map(({ row, cells }) => [row, cells[0], cells[3]?.length])).toEqual([
    [2, '1', 1_000_000],
    [3, '2', 1],
  ])
})
