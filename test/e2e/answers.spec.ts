import { createPretendOms } from '../../mocks/oms'
import { page as htmlPage, obstacles, refusals, refuse } from '../../mocks/replies'
import {
  asUsual,
  createGate,
  executed,
  hanging,
  held,
  reply,
  type ScriptedAnswer,
  respondWith,
} from '../../mocks/script'
import { expect, headline, startCancellation, test, uploadCsv, writeSheet } from '../support/browser'
import {
  createIds,
  json,
  LOOK_UP,
  NOT_SENT,
  readVerdicts,
  runOver,
  serverError,
  unreadable,
} from '../support/runOver'

const past = 'Sun, 06 Nov 1994 08:49:37 GMT'

const accepted = (status: number) =>
  `The server accepted it for later (HTTP ${status}) and did not say how it ended. ${LOOK_UP}`
const atWork = (status: number) =>
  `The server is still working on the same request (HTTP ${status}). ${LOOK_UP}`
const failed = (status: number) =>
  `The answer (HTTP ${status}) speaks of a failure, and does not say that this sub-order was refused. ${LOOK_UP}`

/** Each answer with its row in the table. Answers that pause a run where they follow each other stand apart. */
const settling: readonly (readonly [answer: ScriptedAnswer, status: string, message: string])[] = [
  [reply(200), 'SUCCESS', ''],
  [reply(204), 'SUCCESS', ''],
  [reply(200, {}), 'SUCCESS', ''],
  [reply(201, { hasError: false, errorMessage: null }), 'SUCCESS', ''],
  [reply(202, { hasError: false, errorMessage: null }), 'UNKNOWN', accepted(202)],
  [reply(200, { status: 'QUEUED' }), 'UNKNOWN', accepted(200)],
  [
    reply(409, { message: 'A request with this Idempotency-Key is still being processed' }),
    'UNKNOWN',
    atWork(409),
  ],
  [reply(200, [{ status: 'CANCELLED' }]), 'SUCCESS', ''],
  [respondWith(refusals.channelRefused), 'ERROR', 'Channel rejected the cancellation'],
  [respondWith(obstacles.forbidden), 'ERROR', 'Not allowed to cancel sub-orders'],
  [respondWith(refusals.alreadyCancelled('1')), 'SUCCESS', 'already cancelled'],
  [reply(400, { code: 'ALREADY_CANCELLED', message: '' }), 'SUCCESS', 'already cancelled'],
  [respondWith(refuse(400, 'Order already cancelled')), 'SUCCESS', 'already cancelled'],
  [respondWith(refuse(422, 'ALREADY CANCELED')), 'SUCCESS', 'already cancelled'],
  [respondWith(refuse(409, 'It has already been cancelled by the customer')), 'SUCCESS', 'already cancelled'],
  [respondWith(refuse(400, 'Already been canceled')), 'SUCCESS', 'already cancelled'],
  [reply(422, { code: 'order_already_canceled' }), 'SUCCESS', 'already cancelled'],
  [
    respondWith(refuse(400, 'Order is in state CANCELLED, cancellation is not allowed')),
    'SUCCESS',
    'already cancelled',
  ],
  [respondWith(refuse(400, 'Order is partly cancelled')), 'ERROR', 'Order is partly cancelled'],
  [respondWith(refusals.invoiced), 'ERROR', 'Sub order is invoiced, cancellation is not allowed'],
  [
    respondWith(refusals.invalid('[skuId: may not be null]')),
    'ERROR',
    'Input validation failed: [skuId: may not be null]',
  ],
  [reply(404), 'ERROR', 'The server refused it without giving a reason (HTTP 404).'],
  [reply(422, 'Closed for stocktaking'), 'ERROR', 'Closed for stocktaking'],
  [respondWith(refuse(500, 'Inventory is locked')), 'ERROR', 'Inventory is locked'],
  [reply(500), 'UNKNOWN', serverError(500)],
  [respondWith(htmlPage(502, 'Bad Gateway')), 'UNKNOWN', serverError(502)],
  [asUsual, 'SUCCESS', ''],
  [respondWith(obstacles.serviceDown), 'UNKNOWN', serverError(503)],
  [reply(408), 'UNKNOWN', serverError(408)],
  [asUsual, 'SUCCESS', ''],
  [reply(400, '{"code":"BAD', json), 'UNKNOWN', unreadable(400)],
  [asUsual, 'SUCCESS', ''],
]

test('an answer that speaks of one sub-order gives its row a status and a message, and the run goes on', async ({
  page,
  hosts,
}) => {
  const oms = createPretendOms({ knowsEveryId: true })
  await hosts.openPlain(oms)
  const ids = await runOver(
    page,
    oms,
    settling.map(([answer]) => answer),
  )
  await expect(headline(page, '16 of 32 sub-orders are cancelled')).toBeVisible()
  expect(await readVerdicts(page)).toEqual(settling.map(([, status, message]) => [status, message]))
  expect(oms.calls.map((call) => call.subOrderId)).toEqual(ids)
})

test('the run waits after a 429: the given seconds, until the given date, or else until the next minute', async ({
  page,
  hosts,
}) => {
  const oms = createPretendOms({ knowsEveryId: true })
  const ids = createIds(4)
  oms.script(ids[0] ?? '', [respondWith(obstacles.tooManyRequests('0'))])
  oms.script(ids[1] ?? '', [respondWith(obstacles.tooManyRequests(past))])
  oms.script(ids[2] ?? '', [respondWith(obstacles.tooManyRequests('45'))])
  oms.script(ids[3] ?? '', [respondWith(obstacles.tooManyRequests())])
  await page.clock.install({ time: new Date('2026-11-23T09:30:10Z') })
  await hosts.openPlain(oms)
  await uploadCsv(page, writeSheet(ids))
  await startCancellation(page)
  const waiting = page.getByText(/^Rate limit reached\. Resuming in \d+ s\.$/)
  await expect(waiting).toBeVisible()
  await expect
    .poll(() => readVerdicts(page))
    .toEqual([['SUCCESS', ''], ['SUCCESS', ''], [...NOT_SENT], [...NOT_SENT]])
  expect(oms.calls.length).toBe(5)
  await page.clock.fastForward(45_000)
  await expect
    .poll(() => readVerdicts(page))
    .toEqual([['SUCCESS', ''], ['SUCCESS', ''], ['SUCCESS', ''], [...NOT_SENT]])
  await expect(waiting).toBeVisible()
  await page.clock.fastForward(60_000)
  await expect(headline(page, 'All 4 sub-orders are cancelled')).toBeVisible()
  expect(oms.calls.map((call) => [call.subOrderId, call.answered])).toEqual(
    ids.flatMap((id) => [
      [id, 429],
      [id, 200],
    ]),
  )
  expect(new Set(oms.calls.map((call) => call.idempotencyKey)).size).toBe(4)
})

test('a call without an answer is unknown after two minutes, and a late answer still settles it', async ({
  page,
  hosts,
}) => {
  const oms = createPretendOms({ knowsEveryId: true })
  const gate = createGate()
  await page.clock.install()
  await hosts.openPlain(oms)
  await runOver(page, oms, [held(gate.opened), asUsual, hanging, asUsual])
  const timedOut = ['UNKNOWN', `No answer within 2 min; it may have been cancelled. ${LOOK_UP}`]
  await expect.poll(() => oms.calls.length).toBe(1)
  await page.clock.fastForward(120_000)
  await expect.poll(() => oms.calls.length).toBe(3)
  expect((await readVerdicts(page))[0]).toEqual(timedOut)
  await page.clock.fastForward(120_000)
  await expect(headline(page, '2 of 4 sub-orders are cancelled')).toBeVisible()
  expect(await readVerdicts(page)).toEqual([timedOut, ['SUCCESS', ''], timedOut, ['SUCCESS', '']])

  gate.open()
  await expect(headline(page, '3 of 4 sub-orders are cancelled')).toBeVisible()
  expect(await readVerdicts(page)).toEqual([['SUCCESS', ''], ['SUCCESS', ''], timedOut, ['SUCCESS', '']])
})

test('a server failure is no refusal, and a 202 that speaks of a failure is no success', async ({
  page,
  hosts,
}) => {
  const oms = createPretendOms({ knowsEveryId: true })
  await hosts.openPlain(oms)
  const ids = await runOver(page, oms, [
    // It was cancelled, and the answer does not say so.
    executed(reply(500, { code: 'unknown_error', message: 'An error occurred', description: '' })),
    asUsual,
    reply(200, { errors: [{ message: 'Internal server error' }], data: null }),
    reply(200, {
      errors: [{ message: 'Sub order does not exist', extensions: { code: 'NOT_FOUND' } }],
      data: null,
    }),
    asUsual,
  ])
  await expect(headline(page, '2 of 5 sub-orders are cancelled')).toBeVisible()
  expect(await readVerdicts(page)).toEqual([
    ['UNKNOWN', serverError(500)],
    ['SUCCESS', ''],
    ['UNKNOWN', failed(200)],
    ['ERROR', 'Sub order does not exist'],
    ['SUCCESS', ''],
  ])
  expect(oms.effects.map(({ subOrderId }) => subOrderId)).toEqual([ids[0], ids[1], ids[4]])
})

test('the screen shows the message and the advice of an answer with which the client rejects', async ({
  page,
  hosts,
}) => {
  const oms = createPretendOms({ knowsEveryId: true })
  await hosts.openPlain(oms)
  await expect(page.getByRole('button', { name: 'Download sample CSV' })).toBeVisible()
  await page.evaluate(`screenHandle.unmount().then(() => {
    const answers = [
      { status: 409, message: 'Order is on hold for fraud' },
      Object.assign(new Error('Request failed with status code 409'), { status: 409 }),
      { response: { status: 409, data: { error: { message: 'Order is locked', advice: 'Call the hub' } } } },
    ]
    screenHandle = mountScreen({ api: { request: () => Promise.reject(answers.shift()) } })
  })`)
  await uploadCsv(page, writeSheet(createIds(3)))
  await startCancellation(page)
  await expect(page.getByText('Call the hub')).toBeVisible()
  expect(await readVerdicts(page)).toEqual([
    ['ERROR', 'Order is on hold for fraud'],
    ['ERROR', 'The server refused it without giving a reason (HTTP 409).'],
    ['ERROR', 'Order is locked'],
  ])
})
