import { describe, expect, it } from '@jest/globals'
import { signHeader } from '../../src/csv/signHeader'
import type { Doubt, RememberedColumns } from '../../src/domain/sheetReading'
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

/** Headings beside which a list of whole sub-orders is one. */
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
