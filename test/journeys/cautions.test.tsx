import { expect, it } from '@jest/globals'
import { screen, waitFor, within } from '@testing-library/dom'
import { startPretendOms } from '../../mocks/node'
import {
  findHeadline,
  openScreen,
  reloadPage,
  save,
  startCancellation,
  uploadCsv,
  writeSheet,
} from '../support/openScreen'
import { writeRowsXml } from '../xlsx/readAll'

const odd = writeSheet(['12-Jan', '1253231242', '2-Sep', '7', '007'])

const start = () => screen.findByRole('button', { name: 'Start Cancellation' })
const group = (name: string) => screen.findByRole('region', { name })
const DATES = '2 IDs look like dates'
const SAME = '2 IDs differ from another ID only in letter case or leading zeros'

it('the start waits, and says why, until each kind of odd row is decided about, by keyboard alone', async () => {
  const oms = startPretendOms({ knowsEveryId: true })
  const { user } = openScreen()
  await uploadCsv(user, odd)
  await findHeadline('5 sub-orders ready')
  const why = 'Decide about 2 kinds of odd rows below first: send them, or leave them out.'
  expect(await start()).toBeDisabled()
  expect(await start()).toHaveAccessibleDescription(why)
  expect(await screen.findByText(/Decide about 2 kinds of odd rows before the start/)).toBeInTheDocument()

  const dates = await group(DATES)
  const sending = within(dates).getByRole('button', { name: 'Send them' })
  sending.focus()
  await user.keyboard('{Enter}')
  await waitFor(() => expect(dates).toHaveTextContent('2 sent on purpose'))
  expect(sending).toHaveFocus()
  expect(sending).toHaveAttribute('aria-pressed', 'true')
  expect(await start()).toBeDisabled()

  const same = await group(SAME)
  await user.tab()
  await user.tab()
  await user.tab()
  expect(within(same).getByRole('button', { name: 'Send them' })).toHaveFocus()
  await user.tab()
  await user.keyboard(' ')
  await findHeadline('3 sub-orders ready')
  expect(within(same).getByRole('button', { name: 'Leave them out' })).toHaveFocus()
  await waitFor(() => expect(same).toHaveTextContent('2 left out'))

  await user.click(await start())
  const dialog = await screen.findByRole('dialog')
  expect(within(dialog).getByText('2 IDs that look like dates: sent on purpose')).toBeInTheDocument()
  expect(within(dialog).getByText('2 IDs nearly the same as another: left out')).toBeInTheDocument()
  await user.click(within(dialog).getByRole('button', { name: 'Start' }))
  await findHeadline('All 3 sub-orders are cancelled')
  expect(oms.calls.map(({ subOrderId }) => subOrderId)).toEqual(['12-Jan', '1253231242', '2-Sep'])
  const { text } = await save(user, screen.getByRole('button', { name: 'Download all results' }))
  expect(text.trimEnd().split('\r\n')).toEqual([
    'Increff Sub Order ID,Caution,Status,Error Code,Error Message',
    '12-Jan,LOOKS_LIKE_DATE (sent),SUCCESS,,',
    '1253231242,,SUCCESS,,',
    '2-Sep,LOOKS_LIKE_DATE (sent),SUCCESS,,',
    '7,NEARLY_THE_SAME (left out),NOT SENT,LEFT_OUT,Left out: another row has nearly the same ID. It is not sent.',
    '007,NEARLY_THE_SAME (left out),NOT SENT,LEFT_OUT,Left out: another row has nearly the same ID. It is not sent.',
  ])
})

it('the decisions are still in the downloads after a reload', async () => {
  startPretendOms({ knowsEveryId: true })
  const { user, host } = openScreen()
  await uploadCsv(user, writeSheet(['12-Jan', '1253231242']))
  await user.click(
    within(await group('1 ID looks like a date')).getByRole('button', { name: 'Leave them out' }),
  )
  await findHeadline('1 sub-order ready')
  await startCancellation(user)
  await findHeadline('The sub-order is cancelled')
  const again = await reloadPage(host)
  await again.user.click(await screen.findByRole('button', { name: /^Open / }))
  await findHeadline('The sub-order is cancelled')
  const { text } = await save(
    again.user,
    await screen.findByRole('button', { name: /^Download( all results)?$/ }),
  )
  expect(text.split('\r\n')[1]).toMatch(/^12-Jan,LOOKS_LIKE_DATE \(left out\),NOT SENT,LEFT_OUT,/)
})

it('rows hidden in a workbook are left out, unless they are to be cancelled too', async () => {
  const oms = startPretendOms({ knowsEveryId: true })
  const { user } = openScreen()
  const rows = [1253231242, 1253231243, 1253231244].map(
    (id, index) => `<row r="${index + 2}"${index === 1 ? ' hidden="1"' : ''}><c><v>${id}</v></c></row>`,
  )
  const header = '<row r="1"><c t="inlineStr"><is><t>Sub Order ID</t></is></c></row>'
  const bytes = writeRowsXml(header + rows.join(''))
  await uploadCsv(user, new File([bytes as BlobPart], 'orders.xlsx'))
  await findHeadline('2 sub-orders ready')
  expect(await start()).toBeEnabled()
  const hidden = await group('1 row is hidden in the workbook')
  expect(within(hidden).getByRole('button', { name: 'Leave them out' })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await user.click(within(hidden).getByRole('button', { name: 'Cancel them too' }))
  await findHeadline('3 sub-orders ready')
  await user.click(within(hidden).getByRole('button', { name: 'Leave them out' }))
  await findHeadline('2 sub-orders ready')
  await startCancellation(user)
  await findHeadline('All 2 sub-orders are cancelled')
  expect(oms.calls.map(({ subOrderId }) => subOrderId)).toEqual(['1253231242', '1253231244'])
})
