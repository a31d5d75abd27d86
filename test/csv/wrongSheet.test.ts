import { describe, expect, it } from '@jest/globals'
import { signHeader } from '../../src/csv/header/signHeader'
import type { Doubt, RememberedColumns } from '../../src/domain/sheet/sheetReading'
import { readReported } from '../corpus/reportedCase'
import { tellOutcome } from './outcomeOf'

/** Headings of a product and of an amount, as exports in many languages have them. */
const LINES: readonly string[] = [
  'SKU,Quantity',
  'Seller SKU,Qty',
  'SKU ID,Menge',
  'Artikelnummer,Anzahl',
  'Produit,Qté',
  'Référence article,Quantité',
  'Artículo,Cantidad',
  'Codice articolo,Quantità',
  'Produto,Quantidade',
  'Artikel,Aantal',
  'Kod produktu,Ilość',
  'Ürün,Adet',
  'Артикул,Кол-во',
  '商品,数量',
  '商品コード,個数',
  '상품코드,수량',
  'आइटम,मात्रा',
  'المنتج,الكمية',
  'EAN,Pcs',
  'Style Code,No. of Pieces',
  'FSN,Units',
  'ASIN,quantity-purchased',
  'sellerSkuCode,orderedQuantity',
  'itemcode,qtyordered',
  'Item Name,Item Count',
  'UPC,Pieces',
  'Variant,Count',
  'Size,Quantity',
  'Description,Units',
  'Référence,Qté',
  'Codigo,Unidades',
  'Código,Uds. Cantidad',
  'Bezeichnung,Menge',
  'Bezeichnung 1,Stk.',
  'Désignation,Quantité',
  'Omschrijving,Aantal',
  'Descrizione,Pezzi',
  'Denominación,Piezas',
  'Descrição,Qtde',
  'Nazwa,Ilość',
  'Naziv,Kol.,Količina',
  'Megnevezés,Mennyiség',
  'Açıklama,Adet',
  'Наименование,Кол-во',
  '名称,数量',
  'विवरण,मात्रा',
  'Item Code,Ordered',
  'SKU Code,Ordered,Cancel',
]

/** Headings that a list of whole sub-orders may have. */
const WHOLES: readonly string[] = [
  'Item Count,Item Price',
  'SKU Price,Amount',
  'City,Total Quantity',
  'SKU ID,Status',
  'Product Category,Weight',
  'Order Date,Courier',
  'Account,Discount',
  'Address Line 1,Quantity',
  'Ordered By,Cancel Reason',
  'Client Name,Ordered',
  'Nazwa klienta,Ilość',
  'Order Reference,Cancelled',
  'City,Ordered',
]

describe('a file of line items on the tab of sub-orders', () => {
  it.each(LINES)('is recognised by %s', async (headings) => {
    const content = `Sub Order ID,${headings}\r\n1253231242,A1,2\r\n1253231243,A2,2\r\n`
    expect(await tellOutcome('sub-orders', content)).toBe('WRONG_SHEET, asks line-columns')
  })
  it.each(WHOLES)('is none with %s', async (headings) => {
    const content = `Sub Order ID,${headings}\r\n1253231242,A1,2\r\n1253231243,A2,2\r\n`
    expect(await tellOutcome('sub-orders', content)).toBe('1253231242 1253231243')
  })
  it.each([
    ['another product', 'Sub Order ID,SKU', '1253231242,A1', '1253231242,A2', 'WRONG_SHEET, asks line-rows'],
    ['another amount', 'Sub Order ID,Qty', '1253231242,1', '1253231242,2', 'WRONG_SHEET, asks line-rows'],
    [
      'the same amount',
      'Sub Order ID,Qty',
      '1253231242,1',
      '1253231242,1',
      '1253231242; 3 DUPLICATE_ID of 2',
    ],
    [
      'columns of unknown names',
      'Sub Order ID,Column A,Column B',
      '1253231242,A1,1',
      '1253231242,A2,2',
      'WRONG_SHEET, asks line-rows',
    ],
    [
      'another note',
      'Sub Order ID,Column A,Column B',
      '1253231242,late,1',
      '1253231242,lost,1',
      '1253231242; 3 DUPLICATE_ID of 2',
    ],
    [
      'a number for each row',
      'Sr No,Sub Order ID,Column A',
      '1,1253231242,late',
      '2,1253231242,lost',
      '1253231242; 3 DUPLICATE_ID of 2',
    ],
    ['another city', 'Sub Order ID,City', '1253231242,x', '1253231242,y', '1253231242; 3 DUPLICATE_ID of 2'],
  ])('with one sub-order in two rows and %s', async (_, header, first, second, outcome) => {
    expect(await tellOutcome('sub-orders', `${header}\r\n${first}\r\n${second}\r\n`)).toBe(outcome)
  })
})

it('a column that only numbers the rows tells nothing', async () => {
  const content =
    'Løbenr,Sub Order ID,Column A\r\n1,1253231242,late\r\n2,1253231243,lost\r\n3,1253231242,x\r\n'
  expect(await tellOutcome('sub-orders', content)).toBe('1253231242 1253231243; 4 DUPLICATE_ID of 2')
})

describe('a file without a header in which one sub-order stands in several rows', () => {
  const header = { row: null, columns: { subOrderId: 0 } }
  const tell = (...rows: readonly string[]) =>
    tellOutcome('sub-orders', `${rows.join('\r\n')}\r\n`, { choice: { header } })

  it.each([
    ['product and amount', ['1253231242,A1,2', '1253231243,A2,1', '1253231243,A3,1']],
    ['product', ['1253231242,A1', '1253231243,A2', '1253231243,A3']],
    ['amount', ['1253231242,A1,2', '1253231243,A1,2', '1253231243,A1,1']],
    ['place of the product', ['1253231242,Pune,A1', '1253231243,Agra,A2', '1253231243,Agra,A3']],
    ['date', ['1253231242,2026-11-01', '1253231243,2026-11-01', '1253231243,2026-11-02']],
  ])('which differ in the %s asks whether whole sub-orders are meant', async (_about, rows) => {
    expect(await tell(...rows)).toBe('WRONG_SHEET, asks line-rows')
    const tabbed = `${rows.join('\n').replaceAll(',', '\t')}\n`
    const settings = { choice: { header }, isPasted: true }
    expect(await tellOutcome('sub-orders', tabbed, settings)).toBe('WRONG_SHEET, asks line-rows')
  })
  it.each([
    ['which are alike', ['1253231242,Pune', '1253231243,Agra', '1253231243,Agra'], '1253231242 1253231243'],
    ['and are numbered', ['1253231242,1', '1253231243,2', '1253231243,3'], '1253231242 1253231243'],
    ['but once', ['1253231242,A1,2', '1253231243,A2,1'], '1253231242 1253231243'],
  ])('%s is read', async (_about, rows, sent) => {
    expect(await tell(...rows)).toMatch(new RegExp(`^${sent}`))
  })
  it('asks again in the next file: they are alike in nothing but their width', async () => {
    const bytes = new TextEncoder().encode('1253231242,A1\r\n1253231242,A2\r\n')
    const settings = { file: 'orders.csv', tab: 'sub-orders', choice: { header } } as const
    const read = await readReported(bytes, settings)
    expect(read).toMatchObject({ type: 'refused', question: { type: 'whole', doubt: 'line-rows' } })
    expect(read.type === 'refused' && read.question).not.toHaveProperty('columns')
    expect(await tellOutcome('sub-orders', bytes, { choice: { header, isWhole: true } })).toBe(
      '1253231242; 2 DUPLICATE_ID of 1',
    )
  })
})

it.each([
  ['Sub Order ID,Global SKU ID,Quantity', ['Global SKU ID', 'Quantity']],
  ['Order Date,Sub Order ID,Seller SKU,Price,Qty', ['Seller SKU', 'Qty']],
  ['Sub Order ID,Artikel,Menge', ['Artikel', 'Menge']],
  ['Menge;Sub Order ID;Bezeichnung', ['Bezeichnung', 'Menge']],
  ['Sub Order ID,उत्पाद,मात्रा', ['उत्पाद', 'मात्रा']],
])('a file of line items is refused with the headings it is known by: %s', async (header, columns) => {
  const content = `${header}\r\n${header.replaceAll(/[^,;]+/g, '1253231242')}\r\n`
  const settings = { file: 'orders.csv', tab: 'sub-orders' } as const
  const read = await readReported(new TextEncoder().encode(content), settings)
  expect(read).toMatchObject({ type: 'refused', problem: { code: 'WRONG_SHEET', columns } })
})

describe('that whole sub-orders are meant', () => {
  const header = ['Sub Order ID', 'SKU', 'Qty']
  const lines = `${header.join(',')}\r\n1253231242,A1,2\r\n1253231243,A2,1\r\n`
  const repeated = `${lines}1253231243,A3,1\r\n`
  const remember = (...answers: Doubt[]): RememberedColumns => ({
    kind: 'sub-orders',
    signature: signHeader(header),
    columns: { subOrderId: 0 },
    answers,
  })

  it('can be said of a file', async () => {
    expect(await tellOutcome('sub-orders', repeated, { choice: { isWhole: true } })).toBe(
      '1253231242 1253231243; 4 DUPLICATE_ID of 3',
    )
  })
  it('is asked where a person has named the column', async () => {
    const named = { row: 1, columns: { subOrderId: 0 } }
    const content = 'Order No,SKU,Qty\r\n1253231242,A1,2\r\n'
    expect(await tellOutcome('sub-orders', content, { choice: { header: named } })).toBe(
      'WRONG_SHEET, asks line-columns',
    )
    expect(await tellOutcome('sub-orders', content, { choice: { header: named, isWhole: true } })).toBe(
      '1253231242',
    )
  })
  it('holds for a file that leaves the same doubt, and for no other', async () => {
    const told = [
      await tellOutcome('sub-orders', lines, { remembered: [remember('columns')] }),
      await tellOutcome('sub-orders', lines, { remembered: [remember('line-columns')] }),
      await tellOutcome('sub-orders', repeated, { remembered: [remember('line-columns')] }),
      await tellOutcome('sub-orders', repeated, { remembered: [remember('line-columns', 'line-rows')] }),
    ]
    expect(told).toEqual([
      'WRONG_SHEET, asks line-columns',
      '1253231242 1253231243',
      'WRONG_SHEET, asks line-rows',
      '1253231242 1253231243; 4 DUPLICATE_ID of 3',
    ])
  })
})

describe('whole sub-orders with a product beside each', () => {
  const rows = ['Sub Order ID,SKU ID,Status', '1253231242,A1,OPEN', '1253231243,A2,OPEN']
  const readNotes = async (header: string) => {
    const bytes = new TextEncoder().encode(`${[header, ...rows.slice(1)].join('\r\n')}\r\n`)
    const read = await readReported(bytes, { file: 'orders.csv', tab: 'sub-orders' })
    return read.type === 'checked' ? read.checked.notes : read.type
  }

  it('are read, for no line could be cancelled without its quantity, and a note says what that means', async () => {
    expect(await readNotes('Sub Order ID,SKU ID,Status')).toEqual([
      { code: 'PRODUCT_COLUMN', count: 1, rows: [1], found: 'SKU ID' },
    ])
    expect(await readNotes('Sub Order ID,Seller SKU,Status')).toMatchObject([{ found: 'Seller SKU' }])
    expect(await readNotes('Sub Order ID,City,Status')).toEqual([])
  })
  it('ask once one ID stands in several rows that differ', async () => {
    const content = `${[...rows, '1253231243,A3,OPEN'].join('\r\n')}\r\n`
    expect(await tellOutcome('sub-orders', content)).toBe('WRONG_SHEET, asks line-rows')
  })
})
