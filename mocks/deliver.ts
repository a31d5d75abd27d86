import type { PretendAnswer } from './oms'
import { writeReply } from './replies'

/** What goes over the wire; undefined: the connection breaks. */
export type Delivery = { status: number; text: string | null; headers: Record<string, string> } | undefined

/** Waits as long as the answer asks for. With `hang` it waits for ever. */
export async function deliver(answer: PretendAnswer): Promise<Delivery> {
  if (answer.lost === 'hang') await new Promise(() => {})
  await answer.until
  // Without a delay no timer is needed: under fake ones that nobody moves the answer comes all the same.
  if (answer.delayMs > 0) await new Promise((resolve) => setTimeout(resolve, answer.delayMs))
  return answer.lost === 'drop' ? undefined : { status: answer.status, ...writeReply(answer) }
}
