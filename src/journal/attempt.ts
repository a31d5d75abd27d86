import { Refused } from './runRow'
import type { Refusal } from '../domain/record/written'

/** Runs a transaction. A refusal, and trouble with the storage, become values. */
export async function attempt<Result extends object>(
  work: () => Promise<Result>,
): Promise<(Result & { readonly ok: true }) | { readonly ok: false; readonly why: Refusal }> {
  try {
    return { ...(await work()), ok: true }
  } catch (error) {
    return { ok: false, why: error instanceof Refused ? error.why : 'storage' }
  }
}
