import { setupWorker } from 'msw/browser'
import { createHandlers } from './handlers'
import type { PretendOms } from './oms'

/** Answers the page's calls from the model. Calls that are not for the OMS (the page's own files) go through. */
export async function startWorker(oms: PretendOms): Promise<void> {
  await setupWorker(...createHandlers(oms)).start({ quiet: true, onUnhandledRequest: 'bypass' })
}
