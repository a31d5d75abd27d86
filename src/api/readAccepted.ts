import type { Answer, Content } from './answer/answer'
import type { Attempt, CancellationRequest } from '../domain/run/cancellation'
import { CANCELLED } from '../domain/run/outcome'
import { judgeBody } from './body/judgeBody'
import { judgeLines, findLines } from './body/judgeLines'
import type { Judgement } from './body/judgement'
import { refuse, settle } from './message/settle'

const DONE: Attempt = { kind: 'settled', outcome: CANCELLED }

/** Judges a 207: its lines alone count, and each of them has to say that it is done. */
function judgeMultiStatus(body: unknown, request: CancellationRequest): Judgement {
  const whole = judgeBody(body, request)
  if (whole.says !== 'success' && whole.says !== 'nothing') return whole
  const lines = findLines(body)
  if (!lines || lines.length === 0) return { says: 'failure' }
  const judged = judgeLines(lines, { request }, (line) => judgeBody(line, request))
  const isShort = request.kind === 'line-items' && lines.length < request.lineItems.length
  return judged.says === 'success' && !isShort ? judged : { says: 'failure' }
}

function concludeJudgement({ status }: Answer, judgement: Judgement): Attempt {
  switch (judgement.says) {
    case 'refusal':
      return refuse({ status }, judgement.message)
    case 'session':
      return settle({ why: 'unreadable-answer', httpStatus: status }, 'session')
    case 'failure':
      return settle({ why: 'unnamed-failure', httpStatus: status }, 'server')
    case 'part':
      return settle({ why: 'in-part', httpStatus: status })
    case 'promise':
      return settle({ why: 'accepted', httpStatus: status })
    case 'success':
    case 'nothing':
      return concludeSilence(status)
  }
}

/** Nothing speaks against a success. Yet a promise (202) is no success, and neither is a part of an answer (206). */
function concludeSilence(status: number): Attempt {
  if (status === 202) return settle({ why: 'accepted', httpStatus: status })
  if (status === 206) return settle({ why: 'unreadable-answer', httpStatus: status }, 'server')
  return DONE
}

/** Reads the outcome of a request from a 2xx. */
export function readAccepted(answer: Answer, content: Content, request: CancellationRequest): Attempt {
  const { status } = answer
  if (content.kind === 'empty') {
    return status === 207
      ? settle({ why: 'unreadable-answer', httpStatus: status }, 'server')
      : concludeSilence(status)
  }
  if (content.kind === 'json') {
    const judgement =
      status === 207 ? judgeMultiStatus(content.value, request) : judgeBody(content.value, request)
    return concludeJudgement(answer, judgement)
  }
  // A plain "Accepted" is a promise. A page with a 202 is the challenge of a firewall.
  if (status === 202 && content.kind === 'words') return concludeSilence(status)
  // Most likely a login page has answered, and not the OMS.
  return settle({ why: 'unreadable-answer', httpStatus: status }, 'session')
}
