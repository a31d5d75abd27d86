import { setupServer } from 'msw/node'
import { createHandlers } from './handlers'
import { createPretendOms, type OmsOptions, type PretendOms } from './oms'

/** The interceptor of Jest's tests; `test/support/screen.ts` starts, resets and stops it. */
export const server = setupServer()

/** A pretend OMS that answers until the end of the test. */
export function startPretendOms(options: OmsOptions = {}): PretendOms {
  const oms = createPretendOms(options)
  server.use(...createHandlers(oms))
  return oms
}
