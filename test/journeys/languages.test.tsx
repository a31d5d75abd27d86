import { expect, it, jest } from '@jest/globals'
import { screen, waitFor, within } from '@testing-library/dom'
import { startPretendOms } from '../../mocks/node'
import { refusals } from '../../mocks/replies'
import { createGate, held, respondWith } from '../../mocks/script'
import { expectColumn, findHeadline, openScreen, save, writeSheet } from '../support/openScreen'

const ids = ['1253231242', '1253231259', '1253231276', '1253231293']
const file = (content: string) => new File([content], 'sheet.csv', { type: 'text/csv' })

/** Of a text of English in a layout from right to left. */
const isolated = (text: string) => `\u2068${text}\u2069`

it('a run in Hindi: every word of it, and a file that can be uploaded anywhere', async () => {
  const oms = startPretendOms({ knowsEveryId: true })
  const gate = createGate()
  oms.script('1253231259', [respondWith(refusals.picklistOut)])
  oms.script('1253231276', [held(gate.opened)])
  const { user, host } = openScreen({ locale: 'hi-IN' })
  expect(await screen.findByRole('heading', { level: 1, name: 'सब-ऑर्डर रद्दीकरण' })).toBeVisible()
  await user.upload(await screen.findByLabelText('CSV अपलोड करें'), file(writeSheet([...ids, 'SO 12/17'])))
  await findHeadline('4 सब-ऑर्डर तैयार')
  expect(screen.getAllByRole('status').map((region) => region.textContent)).toContain(
    '4 सब-ऑर्डर तैयार। 1 पंक्ति छोड़ दी जाएगी।',
  )
  await user.click(screen.getByRole('button', { name: 'रद्दीकरण शुरू करें' }))
  const dialog = await screen.findByRole('dialog')
  expect(dialog).toHaveTextContent('4 सब-ऑर्डर रद्द करें?')
  expect(within(dialog).getByRole('button', { name: 'शुरू करें' }).closest('[lang]')).toHaveAttribute(
    'lang',
    'hi',
  )
  expect(dialog).toHaveTextContent('समस्या वाली 1 पंक्ति छोड़ दी जाएगी।')
  await user.click(within(dialog).getByRole('button', { name: 'शुरू करें' }))
  await findHeadline('रद्द किए जा रहे हैं: 4 में से 2 पूरे')
  expect(host.reasonsToStay()).toEqual([
    'सब-ऑर्डर रद्द किए जा रहे हैं। यह पेज बंद या रीलोड करने पर शेष सब-ऑर्डर नहीं भेजे जाएँगे। पोर्टल के दूसरे मेनू खोले जा सकते हैं: प्रक्रिया चलती रहती है।',
  ])
  gate.open()
  await findHeadline('4 में से 3 सब-ऑर्डर रद्द हुए')
  expect(screen.getByRole('alert')).toHaveTextContent('1 सब-ऑर्डर रद्द नहीं किया जा सका')
  expect(await screen.findByText('वेयरहाउस से पूछें, फिर दोबारा प्रयास करें')).toBeVisible()
  expect(screen.getByRole('heading', { level: 1 }).closest('[lang]')).toHaveAttribute('lang', 'hi')

  const link = screen.getByRole('link', { name: 'त्रुटि CSV डाउनलोड करें' })
  expect((await save(user, link)).text).toBe(
    'Increff Sub Order ID,Status,Error Code,Error Message\r\n1253231259,ERROR,BAD_DATA,"Quantity is in processing, picklist is released"\r\n',
  )
  const issues = await save(user, screen.getByRole('button', { name: 'छोड़ी गई पंक्तियाँ डाउनलोड करें' }))
  expect(issues.text).toContain(
    'Row,Issue Code,Issue\r\nSO 12/17,6,INVALID_ID,"""SO 12/17"" contains a space',
  )
})

it('language, direction, theme, texts and permission change in the midst of a run: nothing typed is lost, and it goes on', async () => {
  const oms = startPretendOms({ knowsEveryId: true })
  const gate = createGate()
  oms.script('1253231259', [held(gate.opened)])
  const { user, host, handle } = openScreen({ locale: 'en-GB' })
  await user.upload(await screen.findByLabelText('Upload CSV'), file(writeSheet(ids)))
  await user.click(await screen.findByRole('button', { name: 'Start Cancellation' }))
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Start' }))
  await waitFor(() => expect(oms.calls.length).toBe(2))
  const search = await screen.findByRole('textbox', { name: 'Search by ID' })
  await user.type(search, '12532312')
  const headline = await findHeadline('Cancelling: 1 of 4 done')
  function expectKept(name: string): void {
    expect(screen.getByRole('textbox', { name })).toBe(search)
    expect(search).toHaveFocus()
    expect(search).toHaveValue('12532312')
  }

  handle.update({ ...host, locale: 'hi', theme: { mode: 'dark' } })
  expect(await findHeadline('रद्द किए जा रहे हैं: 4 में से 1 पूरे')).toBe(headline)
  expectKept('ID से खोजें')
  expect(headline.closest('[dir]')).toHaveAttribute('dir', 'ltr')

  handle.update({ ...host, locale: 'ar-AE', can: () => false })
  expect(await findHeadline(isolated('Cancelling: 1 of 4 done'))).toBe(headline)
  expectKept(isolated('Search by ID'))
  expect(headline.closest('[dir]')).toHaveAttribute('dir', 'rtl')
  expect(screen.getByText(isolated('You may not cancel sub-orders'))).toBeVisible()

  handle.update({ ...host, locale: 'en', texts: { 'running.title': '{done} down, {total} in all' } })
  expect(await findHeadline('1 down, 4 in all')).toBe(headline)
  expectKept('Search by ID')
  gate.open()
  await findHeadline('All 4 sub-orders are cancelled')
  await user.clear(search)
  await expectColumn('Status', Array<string>(4).fill('SUCCESS'))
  expect(oms.calls.map((call) => call.subOrderId)).toEqual(ids)
})

it('another language than those that there are gets English words, with its own figures', async () => {
  const { user } = openScreen({ locale: 'fr-FR' })
  const many = Array.from({ length: 1200 }, (_, index) => `SO-${index}`)
  await user.upload(await screen.findByLabelText('Upload CSV'), file(writeSheet(many)))
  expect(await findHeadline('1\u202f200 sub-orders ready')).toBeVisible()
})

it('a host’s texts stand on the screen as text; what does not fit is named once in the console, and ours stands there', async () => {
  const warn = jest.spyOn(console, 'warn').mockImplementation(() => undefined)
  const texts = {
    title: '<b>Cancel</b> shipments',
    upload: 'Upload {file}',
    'start.now': 'Cancel now',
  }
  const { host, handle } = openScreen({ texts })
  expect(await screen.findByRole('heading', { level: 1, name: '<b>Cancel</b> shipments' })).toBeVisible()
  expect(await screen.findByLabelText('Upload CSV')).toBeVisible()
  handle.update({ ...host, texts: { ...texts, title: 'Cancel shipments' } })
  await screen.findByRole('heading', { level: 1, name: 'Cancel shipments' })
  expect(warn.mock.calls).toEqual([
    ["Sub-Order Cancellation: host.texts['upload'] is left out: it has no {file}."],
    ["Sub-Order Cancellation: host.texts['start.now'] is left out: there is no such key."],
  ])
})
