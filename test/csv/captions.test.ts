import { describe, expect, it } from '@jest/globals'
import { tellOutcome } from './outcomeOf'

const file = (...records: readonly string[]) => `${records.join('\r\n')}\r\n`
const list = ['Sub Order ID', '1253231242', '1253231243']
const table = ['Sub Order ID,City', '1253231242,Pune', '1253231243,Agra']
const BOTH = '1253231242 1253231243'

const PARTING: readonly string[] = [
  'Do not cancel',
  'Do not cancel these:',
  'Already shipped',
  'Returns',
  'Returns of 24.11.2026',
  'Nicht stornieren',
  'Ne pas annuler',
  'रद्द न करें',
  '请勿取消',
  'Cancel these on Friday, if the warehouse has not packed them by then',
]

describe('below a caption behind a blank row', () => {
  it.each(PARTING)('nothing of a list is sent: %s', async (caption) => {
    const text = caption.includes(',') ? `"${caption}"` : caption
    expect(await tellOutcome('sub-orders', file(...list, '', text, '1253231299'))).toBe(
      `${BOTH}; 5 INVALID_ID; 6 OTHER_TABLE of 5`,
    )
  })
  it.each([
    ['a table', file(...table, '', 'Already shipped,', '1253231299,Goa')],
    ['pasted lines', file(...table, '', 'Do not cancel', '1253231299')],
  ])('nothing is sent: %s', async (_about, content) => {
    expect(await tellOutcome('sub-orders', content, { isPasted: true })).toBe(
      `${BOTH}; 5 INVALID_ID; 6 OTHER_TABLE of 5`,
    )
  })
  it('nothing is sent where it stands in another column', async () => {
    const content = file('City,Sub Order ID', 'Pune,1253231242', '', 'Already shipped,', 'Pune,1253231299')
    expect(await tellOutcome('sub-orders', content)).toBe('1253231242; 4 MISSING_ID; 5 OTHER_TABLE of 4')
  })
  it('nothing is sent of line items', async () => {
    const content = file(
      'Sub Order ID,SKU ID,Quantity',
      '1253231242,A1,2',
      '',
      'Already shipped,,',
      '1253231299,A1,1',
    )
    expect(await tellOutcome('line-items', content)).toBe('1253231242|A1x2; 4 INVALID_ID; 5 OTHER_TABLE of 4')
  })
  it('nothing is sent of a table in words that are not known', async () => {
    const content = file(...table, '', 'Open returns,', 'Vendeur,Reste', '8647326934,5')
    expect(await tellOutcome('sub-orders', content)).toBe(
      `${BOTH}; 5 INVALID_ID; 6 OTHER_TABLE of 5; 7 OTHER_TABLE of 5`,
    )
  })
  it('all is sent again below our own header', async () => {
    const content = file(...list, '', 'Returns', '1253231299', 'Sub Order ID', '1253231298')
    expect(await tellOutcome('sub-orders', content)).toBe(
      `${BOTH} 1253231298; 5 INVALID_ID; 6 OTHER_TABLE of 5; 7 INVALID_ID`,
    )
  })
})

describe('the phone number at the end of a letter is not sent', () => {
  it.each([
    ['with a greeting', ['', 'Regards', 'Asha K', '9820012345'], 5],
    ['below a mark', ['', '--', 'Asha K', '9820012345'], 6],
  ])('%s', async (_about, end, heading) => {
    const told = await tellOutcome('sub-orders', file(...list, ...end), { isPasted: true })
    expect(told).toContain(`${BOTH}; 5 INVALID_ID; `)
    expect(told).toContain(`7 OTHER_TABLE of ${heading}`)
  })
})

it('a word in the column of notes ends nothing', async () => {
  const content = file('Note,Sub Order ID', 'late,1253231242', '', 'lost,', 'x,1253231243')
  expect(await tellOutcome('sub-orders', content)).toBe(`${BOTH}; 4 MISSING_ID`)
})

describe('in a list of groups, the first of which has a caption', () => {
  const group = (caption: string, ...below: readonly string[]) =>
    file('Sub Order ID', 'Pune warehouse', '1253231242', '', caption, ...below)

  it.each([
    ['what is to be kept is not sent', 'Do not cancel', ['1253231243'], ''],
    ['IDs of another make are not sent', 'Agra warehouse', ['FN-1253-A'], ''],
    ['like IDs are sent', 'Agra warehouse', ['1253231243'], ' 1253231243'],
  ])('%s', async (_about, caption, below, sent) => {
    const told = await tellOutcome('sub-orders', group(caption, ...below))
    expect(told.split(';')[0]).toBe(`1253231242${sent}`)
  })
})

describe('without a blank row', () => {
  it.each([
    'Do not cancel',
    "Don't cancel these:",
    'Already shipped',
    'Regards',
    'Best regards,',
    'Viele Grüße',
    'NOT these:',
    'Keep:',
    'On hold:',
    'Already delivered:',
    'Hold these back',
    'Please keep these',
    'Excluding the following',
    'Bereits verschickt:',
  ])('the list ends at %s', async (text) => {
    expect(await tellOutcome('sub-orders', `${list.join('\n')}\n"${text}"\n1253231299\n`)).toBe(
      `${BOTH}; 4 INVALID_ID; 5 OTHER_TABLE of 4`,
    )
  })
  it.each([
    'Already cancelled',
    'not found',
    'pending',
    'Pune warehouse',
    'Thanks giving sale',
    'On hold',
    'keep',
    'Pune:',
  ])('the list goes on below %s', async (text) => {
    expect(await tellOutcome('sub-orders', file(...list, text, '1253231299'))).toBe(
      `${BOTH} 1253231299; 4 INVALID_ID`,
    )
  })
})

describe('behind a blank row, the list goes on', () => {
  it.each(['n/a', 'Total', 'Myntra', '#REF!', 'Order 1253231288', 'Flipkart'])('below %s', async (text) => {
    expect(await tellOutcome('sub-orders', file(...list, '', text, '1253231299'))).toBe(
      `${BOTH} 1253231299; 5 INVALID_ID`,
    )
  })
})
