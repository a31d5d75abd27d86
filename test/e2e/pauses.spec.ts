import { createPretendOms } from '../../mocks/oms'
import { obstacles } from '../../mocks/replies'
import { asUsual, dropped, executed, reply, type ScriptedAnswer, respondWith } from '../../mocks/script'
import { expect, headline, test } from '../support/browser'
import {
  connectionLost,
  json,
  NOT_SENT,
  readVerdicts,
  runOver,
  serverError,
  unreadable,
} from '../support/runOver'

interface Hold {
  readonly name: string
  readonly answers: readonly ScriptedAnswer[]
  /** Status and message of each row while the run holds. */
  readonly rows: readonly (readonly [status: string, message: string])[]
  readonly words: string
  /** The number of calls at the end. */
  readonly calls: number
}

const signIn = (left: number) =>
  `Session expired. ${left} sub-orders are not sent yet. Sign in (another tab is fine), then press Continue.`
const serverFailed = 'The server failed three times in a row. Wait until it is back, then press Continue.'

/** Runs over four sub-orders. A sub-order without a scripted answer is cancelled. */
const holds: readonly Hold[] = [
  {
    name: 'a 401',
    answers: [asUsual, respondWith(obstacles.signedOut)],
    rows: [['SUCCESS', ''], NOT_SENT, NOT_SENT, NOT_SENT],
    words: signIn(3),
    calls: 5,
  },
  ...[
    { name: 'a login page in the place of an answer', answer: respondWith(obstacles.loginPage) },
    { name: 'plain text in the place of an answer', answer: reply(200, 'Please sign in') },
    { name: 'broken JSON with a 200', answer: reply(200, '{"hasError":', json) },
  ].map(
    ({ name, answer }): Hold => ({
      name,
      answers: [asUsual, answer],
      rows: [['SUCCESS', ''], ['UNKNOWN', unreadable(200)], NOT_SENT, NOT_SENT],
      words: signIn(2),
      calls: 4,
    }),
  ),
  {
    name: 'a connection that breaks',
    answers: [asUsual, dropped],
    rows: [['SUCCESS', ''], ['UNKNOWN', connectionLost], NOT_SENT, NOT_SENT],
    words: 'The connection was lost. Check your network, then press Continue.',
    calls: 4,
  },
  {
    name: 'a connection that breaks after the OMS has acted',
    answers: [asUsual, executed(dropped)],
    rows: [['SUCCESS', ''], ['UNKNOWN', connectionLost], NOT_SENT, NOT_SENT],
    words: 'The connection was lost. Check your network, then press Continue.',
    calls: 4,
  },
  {
    name: 'the third 403 in a row',
    answers: [respondWith(obstacles.forbidden), respondWith(obstacles.forbidden), reply(403)],
    rows: [
      ['ERROR', 'Not allowed to cancel sub-orders'],
      ['ERROR', 'Not allowed to cancel sub-orders'],
      ['ERROR', 'The server refused it without giving a reason (HTTP 403).'],
      NOT_SENT,
    ],
    words: 'The server refused three in a row for lack of permission. Ask for it, then press Continue.',
    calls: 4,
  },
  {
    name: 'the third 5xx or 408 in a row',
    answers: [reply(500), respondWith(obstacles.serviceDown), reply(408)],
    rows: [
      ['UNKNOWN', serverError(500)],
      ['UNKNOWN', serverError(503)],
      ['UNKNOWN', serverError(408)],
      NOT_SENT,
    ],
    words: serverFailed,
    calls: 4,
  },
  {
    name: 'the third answer in a row that is broken JSON',
    answers: [400, 409, 422].map((status) => reply(status, '{"code":', json)),
    rows: [
      ['UNKNOWN', unreadable(400)],
      ['UNKNOWN', unreadable(409)],
      ['UNKNOWN', unreadable(422)],
      NOT_SENT,
    ],
    words: serverFailed,
    calls: 4,
  },
  {
    name: 'a 429 for more than an hour',
    answers: [asUsual, respondWith(obstacles.tooManyRequests('7200'))],
    rows: [['SUCCESS', ''], NOT_SENT, NOT_SENT, NOT_SENT],
    words: 'Rate limit reached for more than an hour. Come back later, then press Continue.',
    calls: 5,
  },
]

for (const { name, answers, rows, words, calls } of holds) {
  test(`${name} pauses the run, and Continue sends the rest`, async ({ page, hosts }) => {
    const oms = createPretendOms({ knowsEveryId: true })
    await hosts.openPlain(oms)
    const ids = await runOver(page, oms, [...answers, asUsual, asUsual, asUsual].slice(0, 4))
    await expect(headline(page, /^Paused after \d of 4$/)).toBeVisible()
    await expect(page.getByRole('alert').filter({ hasText: words })).toBeVisible()
    expect(await readVerdicts(page)).toEqual(rows)

    await page.getByRole('button', { name: 'Continue' }).click()
    await expect(headline(page, /cancelled$/)).toBeVisible()
    const left = rows.map((row) => (row === NOT_SENT ? ['SUCCESS', ''] : row))
    expect(await readVerdicts(page)).toEqual(left)
    expect([oms.calls.length, new Set(oms.calls.map((call) => call.subOrderId))]).toEqual([
      calls,
      new Set(ids),
    ])
    // Each sub-order has one key, whether it was sent once or twice.
    expect(new Set(oms.calls.map((call) => call.idempotencyKey)).size).toBe(4)
  })
}
