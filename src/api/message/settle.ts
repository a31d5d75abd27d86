import type { Answer } from '../answer/answer'
import type { Attempt, CallTrouble } from '../../domain/run/cancellation'
import type { Failure, UnknownReason } from '../../domain/run/outcome'
import { joinMessage, type ServerMessage } from './readServerMessage'

type Settled = Extract<Attempt, { kind: 'settled' }>

/** The request was sent, and its end is unknown. @param trouble absent: no sign of trouble with session or service */
export function settle(reason: UnknownReason, trouble?: CallTrouble): Settled {
  const settled: Settled = { kind: 'settled', outcome: { status: 'unknown', reason } }
  return trouble ? { ...settled, trouble } : settled
}

/** The server refused this sub-order with this message. */
export function refuse({ status }: Pick<Answer, 'status'>, serverMessage: ServerMessage): Settled {
  const { code, advice } = serverMessage
  const failure: Failure = { code, message: joinMessage(serverMessage), httpStatus: status }
  return {
    kind: 'settled',
    outcome: { status: 'failed', failure: advice === '' ? failure : { ...failure, advice } },
  }
}
