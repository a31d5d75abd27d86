import { expect, it } from '@jest/globals'
import { readResolved } from '../../src/api/answer/readAnswer'
import { readOutcome } from '../../src/api/readOutcome'
import { readSettings } from '../../src/app/config'
import type { CancellationRequest } from '../../src/domain/run/cancellation'
import type { Settings } from '../../src/host/contract'
import { createLines, createWhole } from '../domain/requests'

const whole = createWhole('1253231242')
const lines = createLines('1253231242', ['A-1', 1], ['B-2', 1])

async function readAs(
  body: unknown,
  status: number,
  settings: Settings,
  request: CancellationRequest = whole,
) {
  const answer = await readResolved({ status, body })
  if (!answer) throw new Error('no answer')
  const attempt = readOutcome(answer, request, 0, readSettings(settings))
  return attempt.kind === 'settled' ? attempt.outcome.status : attempt.kind
}

it.each([
  ['internal_lock', 'INTERNAL_LOCK'],
  ['INTERNAL-LOCK', 'internalLock'],
])('a 500 with the code %s is a refusal where the host lists %s', async (code, listed) => {
  const body = { code, message: 'Locked', description: '' }
  expect({
    unlisted: await readAs(body, 500, {}),
    listed: await readAs(body, 500, { refusalCodes: [listed] }),
    otherStatus: await readAs(body, 503, { refusalCodes: [listed] }),
  }).toEqual({ unlisted: 'unknown', listed: 'failed', otherStatus: 'unknown' })
})

it.each([
  ['STATE_42', 'state_42'],
  ['order-was-cancelled', 'ORDER_WAS_CANCELED'],
])('a 4xx with the code %s is a success where the host lists %s', async (code, listed) => {
  const body = { code, message: '' }
  const settings = { alreadyCancelledCodes: [listed] }
  expect({
    unlisted: await readAs(body, 409, {}),
    listed: await readAs(body, 409, settings),
    lines: await readAs(body, 409, settings, lines),
    isAcceptedSuccess: (await readAs({ ...body, success: false }, 200, settings)) === 'succeeded',
    failed: await readAs({ ...body, message: 'x', description: '' }, 503, settings),
  }).toEqual({
    unlisted: 'failed',
    listed: 'succeeded',
    lines: 'succeeded',
    isAcceptedSuccess: false,
    failed: 'unknown',
  })
})

it('a listed code that names one line of two is no success', async () => {
  const settings = { alreadyCancelledCodes: ['STATE_42'] }
  expect(await readAs({ code: 'STATE_42', message: 'A-1 is' }, 409, settings, lines)).toBe('failed')
})

it.each([undefined, null, 'STATE_42', 7, [7, null]])(
  'a list that a host has changed in place to %p lists nothing',
  async (codes) => {
    const settings = { alreadyCancelledCodes: codes, refusalCodes: codes } as unknown as Settings
    expect(readSettings(settings)).toMatchObject({ alreadyCancelledCodes: [], refusalCodes: [] })
    expect(await readAs({ code: 'STATE_42', message: 'No' }, 409, settings)).toBe('failed')
  },
)
