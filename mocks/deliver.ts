import type { PretendAnswer } from './oms'
import { writeReply } from './replies'

/** The bytes on the wire. Undefined: the connection breaks. */
export type Delivery = { status: number; text: string | null; headers: Record<string, string> } | undefined

/** Waits as long as the answer asks for. With `hang` it waits for ever. */
export async function deliver(answer: PretendAnswer): Promise<Delivery> {
  if (answer.lost === 'hang') await new Promise(() => {})
  await answer.until
  // No delay, no timer: the answer comes even under fake timers that nobody advances.
  if (answer.delayMs > 0) await new Promise((resolve) => setTimeout(resolve, answer.delayMs))
  return answer.lost === 'drop' ? undefined : { status: answer.status, ...writeReply(answer) }
}
