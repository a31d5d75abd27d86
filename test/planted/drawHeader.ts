import type { Random } from '../fuzz/random'
import type { Role } from './plantedSheet'
import type { SheetKind } from '../../src/domain/sheet/columnMeaning'

type Names = readonly [string, ...string[]]

/** Every name that the contract accepts, and the user's own names for other columns. */
const namesOf: Readonly<Record<Role, Names>> = {
  id: ['Increff Sub Order ID', 'Sub Order ID', 'System Sub Order ID'],
  sku: ['Increff SKU ID', 'SKU ID', 'Global SKU ID', 'Increff SKU'],
  quantity: ['Quantity', 'Qty', 'Cancel Quantity'],
  city: ['City', 'Ship City', 'Ort'],
  date: ['Order Date', 'Created At'],
  phone: ['Phone', 'Mobile No.'],
  channel: ['Channel Order ID', 'Marketplace Order ID', 'Channel'],
  amount: ['Amount', 'Price (INR)'],
  name: ['Customer Name', 'Buyer'],
  item: ['Item', 'Product Name', 'Note'],
  address: ['Address', 'Ship To'],
  state: ['Status', 'Order State'],
}

const EXTRAS: readonly Role[] = [
  'city',
  'date',
  'phone',
  'channel',
  'amount',
  'name',
  'item',
  'address',
  'state',
]

/** Case, blanks, `_` and `-` do not count. */
const spellings: readonly [(name: string) => string, ...((name: string) => string)[]] = [
  (name) => name,
  (name) => name,
  (name) => name.toUpperCase(),
  (name) => name.toLowerCase().replaceAll(' ', '_'),
  (name) => name.replaceAll(' ', '-'),
  (name) => ` ${name} `,
  (name) => name.replaceAll(' ', ''),
]

function shuffle<Item>(items: readonly Item[], random: Random): readonly Item[] {
  const left = [...items]
  return items.flatMap(() => left.splice(random.below(left.length), 1))
}

/** Which columns a list has, in which order and under which names. */
export function drawHeader(tab: SheetKind, random: Random) {
  const own: readonly Role[] = tab === 'sub-orders' ? ['id'] : ['id', 'sku', 'quantity']
  const extras = shuffle(EXTRAS, random).slice(0, random.below(5))
  const roles = random.below(2) === 0 ? [...own, ...extras] : shuffle([...own, ...extras], random)
  const spell = random.pick(spellings)
  const names = roles.map((role) => {
    const name = random.pick(namesOf[role])
    return own.includes(role) ? spell(name) : name
  })
  return { roles, names }
}
