import { expect, it } from '@jest/globals'
import { screen, waitFor } from '@testing-library/dom'
import { userEvent } from '@testing-library/user-event'
import { createPretendHost, type PretendHostOptions } from '../../host-kit/pretendHost'
import { createGate } from '../../mocks/script'
import {
  expectColumn,
  findHeadline,
  mountScreen,
  startCancellation,
  uploadCsv,
  writeSheet,
} from '../support/openScreen'

const ids = ['1253231242', '1253231259', '1253231276', '1253231293', '1253231310', '1253231327', '1253231344']
const [signedOut, forbidden, twice, limited, lost, silent, fine] = ids as [
  string,
  string,
  string,
  string,
  string,
  string,
  string,
]

/** A run over a sheet, in a host that nothing but its own script answers for. */
async function startRun(sheet: readonly string[], options: PretendHostOptions) {
  const host = createPretendHost({ settings: { callsPerMinute: 1_000_000 }, ...options })
  const handle = mountScreen(host)
  const user = userEvent.setup({ delay: null })
  await uploadCsv(user, writeSheet(sheet))
  await startCancellation(user)
  const goOn = async () => user.click(await screen.findByRole('button', { name: 'Continue' }))
  return { host, handle, goOn }
}

it('every trouble that is scripted is seen on the screen, and the host knows what really took place', async () => {
  const { host, goOn } = await startRun(ids, {
    settings: { callsPerMinute: 1_000_000, answerTimeoutMs: 100 },
    answers: {
      [signedOut]: [{ status: 401 }],
      [forbidden]: [{ status: 403 }],
      [twice]: [{ status: 409 }],
      [limited]: [{ status: 429, headers: { 'retry-after': '1' } }],
      [lost]: ['network error'],
      [silent]: ['time-out after execution'],
    },
  })
  await findHeadline('Paused after 0 of 7')
  expect(screen.getByRole('alert')).toHaveTextContent(/Session expired\. 7 sub-orders are not sent yet\./)
  await goOn()
  await screen.findByText('Rate limit reached. Resuming in 1 s.')
  await findHeadline('Paused after 5 of 7')
  expect(screen.getByRole('alert')).toHaveTextContent(/The connection was lost/)
  await goOn()
  await findHeadline('4 of 7 sub-orders are cancelled')
  await expectColumn('Status', ['SUCCESS', 'ERROR', 'SUCCESS', 'SUCCESS', 'UNKNOWN', 'UNKNOWN', 'SUCCESS'])
  expect(screen.getByText('already cancelled')).toBeVisible()
  expect(screen.getByText('Not allowed to cancel sub-orders')).toBeVisible()

  expect(host.calls.map(({ subOrderId, answered }) => [subOrderId, answered])).toEqual([
    [signedOut, 401],
    [signedOut, 200],
    [forbidden, 403],
    [twice, 409],
    [limited, 429],
    [limited, 200],
    [lost, 'drop'],
    [silent, 'hang'],
    [fine, 200],
  ])
  expect(host.cancelled.map(({ subOrderId }) => subOrderId)).toEqual([signedOut, limited, silent, fine])
})

it('a run holds before the next call once its permission is revoked or its session changes', async () => {
  const gates = [createGate(), createGate()] as const
  const { host, handle, goOn } = await startRun(ids.slice(0, 4), {
    answers: { [signedOut]: [{ until: gates[0].opened }], [twice]: [{ until: gates[1].opened }] },
  })
  await waitFor(() => expect(host.calls.length).toBe(1))
  expect(host.reasonsToStay().length).toBe(1)
  host.revoke('sub-order:cancel')
  gates[0].open()
  await findHeadline('Paused after 1 of 4')
  expect(screen.getByText(/Your permission to cancel sub-orders was taken away/)).toBeVisible()
  expect([host.events.at(-1), host.reasonsToStay()]).toEqual([
    expect.objectContaining({ type: 'run-paused', reason: 'not-allowed' }),
    [],
  ])

  host.grant('sub-order:cancel')
  await goOn()
  await waitFor(() => expect(host.calls.length).toBe(3))
  host.changeSession({ id: 'arjun.rao', tenant: 'elsewhere' })
  gates[1].open()
  await waitFor(() =>
    expect(host.events.at(-1)).toMatchObject({ type: 'run-paused', reason: 'principal-changed', done: 3 }),
  )
  expect(handle.status()).toEqual({ phase: 'idle', done: 0, total: 0 })
  host.changeSession(host.user)
  await findHeadline('Paused after 3 of 4')
  await goOn()
  await findHeadline('All 4 sub-orders are cancelled')
  expect(host.cancelled.map(({ subOrderId }) => subOrderId)).toEqual(ids.slice(0, 4))
})

it('without a permission the screen says so', async () => {
  mountScreen(createPretendHost({ permissions: [] }))
  expect(await screen.findByRole('alert')).toHaveTextContent('You may not cancel sub-orders')
})
