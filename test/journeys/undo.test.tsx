import { expect, it } from '@jest/globals'
import { screen, waitFor } from '@testing-library/dom'
import type { UserEvent } from '@testing-library/user-event'
import { expectTable, findHeadline, openScreen, uploadCsv } from '../support/openScreen'

const split = 'Increff Sub Order ID\r\n1253231243\r\n"1253231242, 1253231243, 1253231243"\r\n'

const press = async (user: UserEvent, name: string | RegExp) =>
  user.click(await screen.findByRole('button', { name }))

async function type(user: UserEvent, row: number, text: string): Promise<void> {
  await press(user, new RegExp(`^Edit Increff Sub Order ID of row ${row}\\b`))
  await user.clear(await screen.findByRole('textbox', { name: `Increff Sub Order ID of row ${row}` }))
  await user.keyboard(`${text}{Enter}`)
}

it('Undo takes back only the last action: a row that was edited and dropped is an edited row again', async () => {
  const { user } = openScreen()
  await uploadCsv(user, 'Increff Sub Order ID\r\n1253231242\r\nSO 7\r\nSO 8\r\n')
  await type(user, 3, 'SO 9')
  await press(user, 'Remove row 3')
  await press(user, 'Undo')
  await press(user, /^Changed/)
  await expectTable([['3', 'SO 7', 'SO 9', 'Undo']], 'Changed rows')
  expect(await findHeadline('1 sub-order ready')).toBeVisible()
})

it('Undo of a drop leaves the split and the edit before it as they are', async () => {
  const { user } = openScreen()
  await uploadCsv(user, split)
  await press(user, 'Split into 3 rows: row 3')
  await findHeadline('2 sub-orders ready')
  const [first] = await screen.findAllByRole('button', { name: /^Edit .* of row 3: 1253231243/ })
  if (first) await user.click(first)
  await user.clear(await screen.findByRole('textbox', { name: 'Increff Sub Order ID of row 3' }))
  await user.keyboard('1253231244{Enter}')
  await findHeadline('3 sub-orders ready')
  await press(user, 'Remove row 3')
  await screen.findByText('All problems resolved')
  await press(user, 'Undo')
  await waitFor(() => {
    const { rows } = screen.getByRole<HTMLTableElement>('table', { name: 'Issues' })
    const texts = [...rows].slice(1).map(({ cells }) => [cells[0]?.textContent, cells[1]?.textContent])
    expect(texts).toEqual([['3', '1253231243']])
  })
  expect(await findHeadline('3 sub-orders ready')).toBeVisible()
})

it('Undo of a split gives the cell back as it stood before', async () => {
  const { user } = openScreen()
  await uploadCsv(user, 'Increff Sub Order ID\r\n1253231242\r\nSO 7\r\n')
  await type(user, 3, '1253231243; 1253231244')
  await press(user, 'Split into 2 rows: row 3')
  await findHeadline('3 sub-orders ready')
  await press(user, 'Undo')
  expect(await findHeadline('1 sub-order ready')).toBeVisible()
  await press(user, /^Changed/)
  await expectTable([['3', 'SO 7', '1253231243; 1253231244', 'Undo']], 'Changed rows')
})
