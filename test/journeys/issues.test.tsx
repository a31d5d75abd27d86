import { expect, it } from '@jest/globals'
import { screen, within } from '@testing-library/dom'
import { startPretendOms } from '../../mocks/node'
import {
  expectTable,
  findHeadline,
  openScreen,
  save,
  startCancellation,
  uploadCsv,
  writeSheet,
} from '../support/openScreen'

const sheet = [
  'Increff Sub Order ID,Channel',
  'EXAMPLE,',
  '1253231242,Myntra',
  '1.25323E+09,Ajio',
  ',Flipkart',
  '1253231242,Amazon',
  'SO 12/17,=Nykaa',
  '1253231259,Myntra,extra',
  '1253231276,Myntra',
  '',
].join('\r\n')

const advice = {
  example: 'The example row of the sample. It is never sent; nothing to do.',
  scientific:
    'Excel replaced the ID in "Increff Sub Order ID" with a rounded number; the digits are lost. Paste the original ID.',
  missing: 'No sub-order ID. Fill it in or remove the row.',
  duplicate: 'Duplicate of row 3, which will be sent. Remove this row.',
  invalid: '"SO 12/17" contains a space and "/". IDs have only letters, digits, "_", "." and "-".',
  columns:
    'More cells than the header has. Put a value that holds the separator in quotes, or delete the extra cells.',
}

it('rows that cannot be sent are listed with row, value, code and advice, and the rest is sent', async () => {
  const oms = startPretendOms({ knowsEveryId: true })
  const { user } = openScreen()
  await uploadCsv(user, sheet, 'monday.csv')
  await findHeadline('2 sub-orders ready')
  expect(screen.getByText('6 rows need fixing (they will be skipped)')).toBeVisible()
  await expectTable(
    [
      ['2', 'EXAMPLE', 'EXAMPLE_ROW', advice.example, 'Remove'],
      ['4', '1.25323E+09', 'SCIENTIFIC_ID', advice.scientific, 'Remove'],
      ['5', '', 'MISSING_ID', advice.missing, 'Remove'],
      ['6', '1253231242', 'DUPLICATE_ID', advice.duplicate, 'Remove'],
      ['7', 'SO 12/17', 'INVALID_ID', advice.invalid, 'Remove'],
      ['8', '1253231259,Myntra,extra', 'TOO_MANY_COLUMNS', advice.columns, 'Remove'],
    ],
    'Issues',
  )

  await user.click(screen.getByRole('button', { name: 'Start Cancellation' }))
  const dialog = await screen.findByRole('dialog')
  expect(within(dialog).getByRole('listitem')).toHaveTextContent('6 rows with issues will be skipped.')
  await user.click(within(dialog).getByRole('button', { name: 'Start' }))
  await findHeadline('All 2 sub-orders are cancelled')
  expect(oms.calls.map((call) => call.subOrderId)).toEqual(['1253231242', '1253231276'])
  expect(screen.getByText('6 rows were skipped')).toBeVisible()
  expect(screen.queryByRole('table', { name: 'Issues' })).toBeNull()
})

it('the issues are downloaded with the columns of the user, then row, code and advice', async () => {
  const { user } = openScreen()
  await uploadCsv(user, sheet, 'monday.csv')
  const issues = await save(user, await screen.findByRole('button', { name: 'Download skipped rows' }))
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
  expect([issues.name, issues.text.split('\r\n')]).toEqual([
    'monday-issues.csv',
    [
      'Increff Sub Order ID,Channel,Extra Cell,Row,Issue Code,Issue',
      `EXAMPLE,,,2,EXAMPLE_ROW,${quoted(advice.example)}`,
      `1.25323E+09,Ajio,,4,SCIENTIFIC_ID,${quoted(advice.scientific)}`,
      `,Flipkart,,5,MISSING_ID,${advice.missing}`,
      `1253231242,Amazon,,6,DUPLICATE_ID,${quoted(advice.duplicate)}`,
      `SO 12/17,'=Nykaa,,7,INVALID_ID,${quoted(advice.invalid)}`,
      `1253231259,Myntra,extra,8,TOO_MANY_COLUMNS,${quoted(advice.columns)}`,
      '',
    ],
  ])
})

it('the list of issues can be hidden and shown', async () => {
  const { user } = openScreen()
  await uploadCsv(user, sheet)
  await user.click(await screen.findByRole('button', { name: 'Hide rows', expanded: true }))
  expect(screen.queryByRole('table', { name: 'Issues' })).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Show rows', expanded: false }))
  expect(screen.getByRole('table', { name: 'Issues' })).toBeVisible()
})

it('a sheet in which every row has an issue cannot be started', async () => {
  const { user } = openScreen()
  await uploadCsv(user, writeSheet(['EXAMPLE', 'SO 12']))
  await findHeadline('Nothing to send')
  expect(screen.getByRole('button', { name: 'Start Cancellation' })).toBeDisabled()
})

it('a sheet without issues is started without a word about them', async () => {
  const oms = startPretendOms({ knowsEveryId: true })
  const { user } = openScreen()
  await uploadCsv(user, writeSheet(['1253231242']))
  await startCancellation(user)
  await findHeadline('The sub-order is cancelled')
  expect([screen.queryByText(/will be skipped|were skipped/), oms.calls.length]).toEqual([null, 1])
})
