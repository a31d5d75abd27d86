import { expect, it } from '@jest/globals'
import { readMeaning } from '../../src/csv/cells/readMeaning'
import { findColumnNameFaults } from '../../src/domain/sheet/columnNames'

const LIST = (meaning: string) =>
  `host.settings.columns.${meaning} must be a list of 1 to 20 names, each a text of at most 255 characters with more in it than blanks, "_" and "-".`

it.each<[string, unknown, string[]]>([
  ['nothing', undefined, []],
  ['an empty object', {}, []],
  [
    'names of its own',
    { subOrderId: ['Order Number', 'Bestellnummer'], skuId: ['Item'], quantity: ['Pcs'] },
    [],
  ],
  ['our own names once more, where they mean the same', { subOrderId: ['sub_order_id', 'Order Number'] }, []],
  ['one name twice for one meaning', { subOrderId: ['Order No', 'order-no'] }, []],
  ['null', null, ["host.settings.columns must be an object of lists: { subOrderId: ['Order Number'] }."]],
  [
    'a list',
    ['Order'],
    ["host.settings.columns must be an object of lists: { subOrderId: ['Order Number'] }."],
  ],
  ['a text in the place of a list', { subOrderId: 'Order Number' }, [LIST('subOrderId')]],
  ['an empty list', { quantity: [] }, [LIST('quantity')]],
  ['21 names', { skuId: Array.from({ length: 21 }, (_, at) => `Item ${at}`) }, [LIST('skuId')]],
  ['a blank name', { subOrderId: [' \u200b_-'] }, [LIST('subOrderId')]],
  ['a name of 256 characters', { subOrderId: ['x'.repeat(256)] }, [LIST('subOrderId')]],
  ['a name of two lines', { subOrderId: ['Order\nNumber'] }, [LIST('subOrderId')]],
  ['a name that is no text', { subOrderId: [5], quantity: [null] }, [LIST('subOrderId'), LIST('quantity')]],
  [
    'one name for two meanings',
    { subOrderId: ['Order No'], skuId: ['ORDER_NO'] },
    ['host.settings.columns.skuId has "ORDER_NO", which stands for subOrderId already.'],
  ],
  [
    'one of our names for another meaning',
    { subOrderId: ['Qty'] },
    ['host.settings.columns.subOrderId has "Qty", which stands for quantity already.'],
  ],
])('%s', (_, given, faults) => {
  expect(findColumnNameFaults(given, readMeaning)).toEqual(faults)
})

it.each(['Sub Order ID*', '* Sub Order ID', '[Sub Order ID]', '`sub_order_id`', 'Sub Order ID \u25b2'])(
  '%s names the sub-order, with what is drawn around it',
  (header) => {
    expect(readMeaning(header)).toBe('subOrderId')
  },
)

it.each(['Sub Order ID (old)', 'Sub Order ID 2', 'Sub Order ID?'])('%s does not', (header) => {
  expect(readMeaning(header)).toBeUndefined()
})
