import { loads, refused, type SheetCase } from './sheetCase'

const ONE = [[2, '1253231242']] as const

/** Header texts that mean the sub-order ID. */
const SAME_HEADER: readonly (readonly [name: string, header: string, asRead?: string])[] = [
  ['sample', 'Increff Sub Order ID'],
  ['short', 'Sub Order ID'],
  ['system', 'System Sub Order ID'],
  ['upper-case', 'INCREFF SUB ORDER ID'],
  ['lower-case', 'increff sub order id'],
  ['underscores', 'increff_sub_order_id'],
  ['hyphens', 'Sub-Order-ID'],
  ['no-blanks', 'SubOrderId'],
  ['many-blanks', '  Sub   Order  ID  '],
  ['mixed-separators', 'system_Sub-order id'],
  ['quoted', '"Sub Order ID"', 'Sub Order ID'],
  ['tab-inside', '"Sub\tOrder\tID"', 'Sub\tOrder\tID'],
  ['no-break-spaces', '\u00a0Sub\u00a0Order\u00a0ID\u00a0'],
  ['zero-width', '\u200bSub\u200d Order \u2060ID\ufeff'],
  ['bidi-marks', '\u202aSub Order ID\u202c\u200e'],
  ['alt-enter', '"Increff\nSub Order ID"', 'Increff\nSub Order ID'],
]

const sameHeaders = SAME_HEADER.map(([name, header, asRead = header]) =>
  loads(
    'sub-orders',
    `header-${name}.csv`,
    `a header may be written so: ${JSON.stringify(header)}`,
    `${header},Note\r\n1253231242,x\r\n`,
    [asRead, 'Note'],
    ONE,
    name.match(/no-break|zero|bidi/) ? { notes: [['CLEANED_TEXT', 1]] } : {},
  ),
)

/** Header texts that are near and mean something else: nothing is guessed. */
const OTHER_HEADER: readonly (readonly [name: string, header: string])[] = [
  ['order-id', 'Order ID'],
  ['sub-order', 'Sub Order'],
  ['id', 'ID'],
  ['child-order', 'Child Order ID'],
  ['plural', 'Sub Order IDs'],
  ['cyrillic-letter', 'Sub Оrder ID'],
]

const otherHeaders = OTHER_HEADER.map(([name, header]) =>
  refused(
    'sub-orders',
    `no-header-${name}.csv`,
    `"${header}" is not the sub-order ID: which column it is, is asked`,
    `${header},Note\r\n1253231242,x\r\n`,
    { code: 'MISSING_HEADER', columns: ['Increff Sub Order ID'], found: `${header}, Note` },
    { headerRow: 1, looksHeaderless: false },
  ),
)

const LINE_HEADERS: readonly string[] = [
  'Sub Order ID,Increff SKU ID,Quantity',
  'Increff Sub Order ID,SKU ID,Qty',
  'System Sub Order ID,Global SKU ID,Cancel Quantity',
  'SUB_ORDER_ID,increff-sku,cancel_quantity',
]

const lineHeaders = LINE_HEADERS.map((header, index) =>
  loads(
    'line-items',
    `line-header-${index + 1}.csv`,
    `headers of line items: ${header}`,
    `${header}\r\n1253231242,8647326934,2\r\n`,
    header.split(','),
    [[2, '1253231242', '8647326934', 2]],
  ),
)

export const headers: readonly SheetCase[] = [
  ...sameHeaders,
  ...otherHeaders,
  ...lineHeaders,
  loads(
    'line-items',
    'columns-in-any-order.csv',
    'columns in any order, others between them',
    'City,Qty,Note,SKU ID,Sub Order ID,Reason\r\nPune,2,x,8647326934,1253231242,late\r\n',
    ['City', 'Qty', 'Note', 'SKU ID', 'Sub Order ID', 'Reason'],
    [[2, '1253231242', '8647326934', 2]],
  ),
  loads(
    'sub-orders',
    'proto-columns.csv',
    'names that mean something in JavaScript are plain columns',
    '__proto__,constructor,Sub Order ID,toString,hasOwnProperty\r\na,b,1253231242,c,d\r\n',
    ['__proto__', 'constructor', 'Sub Order ID', 'toString', 'hasOwnProperty'],
    ONE,
  ),
  loads(
    'sub-orders',
    'same-other-column-twice.csv',
    'two columns of the user’s own may have one name',
    'Note,Sub Order ID,Note\r\nx,1253231242,y\r\n',
    ['Note', 'Sub Order ID', 'Note'],
    ONE,
  ),
  loads(
    'sub-orders',
    'blank-header-cells.csv',
    'columns without a name',
    ',Sub Order ID,,\r\nx,1253231242,y,\r\n',
    ['', 'Sub Order ID', '', ''],
    ONE,
  ),
  loads(
    'sub-orders',
    'guarded-header.csv',
    'the apostrophe before a header that looks like a formula is ours, and goes',
    "Sub Order ID,'=Note\r\n1253231242,x\r\n",
    ['Sub Order ID', '=Note'],
    ONE,
  ),
  refused(
    'sub-orders',
    'id-column-twice.csv',
    'two columns claim one meaning',
    'Sub Order ID,System Sub Order ID\r\n1253231242,77\r\n',
    {
      code: 'DUPLICATE_HEADER',
      columns: ['Increff Sub Order ID'],
      found: 'Sub Order ID, System Sub Order ID',
    },
    { headerRow: 1, looksHeaderless: false },
  ),
  refused(
    'line-items',
    'quantity-column-twice.csv',
    'two columns claim one meaning, of the same name',
    'Sub Order ID,SKU ID,Quantity,Quantity\r\n1253231242,A,1,2\r\n',
    { code: 'DUPLICATE_HEADER', columns: ['Quantity'], found: 'Sub Order ID, SKU ID, Quantity, Quantity' },
    { headerRow: 1, looksHeaderless: false },
  ),
  refused(
    'line-items',
    'sku-column-twice-below-title.csv',
    'likewise below a title',
    'Cancel list\r\nSub Order ID,SKU ID,Increff SKU,Qty\r\n1253231242,A,B,2\r\n',
    {
      code: 'DUPLICATE_HEADER',
      columns: ['Increff SKU ID'],
      found: 'Sub Order ID, SKU ID, Increff SKU, Qty',
    },
    { headerRow: 2, looksHeaderless: false },
  ),
  refused(
    'sub-orders',
    'line-items-on-sub-orders-tab.csv',
    'the other tab’s file: whole sub-orders would be cancelled in place of lines',
    'Sub Order ID,SKU ID,Qty\r\n1253231242,A,2\r\n',
    {
      code: 'WRONG_SHEET',
      belongsTo: 'line-items',
      columns: ['SKU ID', 'Qty'],
      found: 'Sub Order ID, SKU ID, Qty',
    },
    { type: 'whole', doubt: 'line-columns' },
  ),
  refused(
    'sub-orders',
    'line-items-below-title-on-sub-orders-tab.csv',
    'likewise below title rows',
    'Cancel list\r\n\r\nSub Order ID,SKU ID,Qty\r\n1253231242,A,2\r\n',
    {
      code: 'WRONG_SHEET',
      belongsTo: 'line-items',
      columns: ['SKU ID', 'Qty'],
      found: 'Sub Order ID, SKU ID, Qty',
    },
    { type: 'whole', doubt: 'line-columns' },
  ),
  refused(
    'line-items',
    'sub-orders-on-line-items-tab.csv',
    'a list of whole sub-orders on the tab of line items',
    'Increff Sub Order ID\r\n1253231242\r\n',
    { code: 'WRONG_SHEET', belongsTo: 'sub-orders', found: 'Increff Sub Order ID' },
  ),
  refused(
    'line-items',
    'no-quantity-column.csv',
    'a missing column is named',
    'Sub Order ID,SKU ID\r\n1253231242,A\r\n',
    { code: 'MISSING_HEADER', columns: ['Quantity'], found: 'Sub Order ID, SKU ID' },
    { headerRow: 1, looksHeaderless: false },
  ),
  refused(
    'line-items',
    'no-sku-column.csv',
    'likewise',
    'Sub Order ID,Quantity\r\n1253231242,1\r\n',
    { code: 'MISSING_HEADER', columns: ['Increff SKU ID'], found: 'Sub Order ID, Quantity' },
    { headerRow: 1, looksHeaderless: false },
  ),
  refused(
    'line-items',
    'no-id-column.csv',
    'likewise',
    'SKU ID,Quantity\r\nA,1\r\n',
    { code: 'MISSING_HEADER', columns: ['Sub Order ID'], found: 'SKU ID, Quantity' },
    { headerRow: 1, looksHeaderless: false },
  ),
  refused(
    'sub-orders',
    'colon-delimiter.csv',
    'a delimiter that we do not know',
    'Sub Order ID:Note\r\n1253231242:x\r\n',
    { code: 'MISSING_HEADER', columns: ['Increff Sub Order ID'], found: 'Sub Order ID:Note' },
    { headerRow: 1, looksHeaderless: false },
  ),
]
