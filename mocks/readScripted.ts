import { checkKeys } from './checkKeys'
import { type AnswerData, namedAnswers, type ScriptedAnswer } from './script'

const KEYS = {
  status: true,
  body: true,
  headers: true,
  lost: true,
  executes: true,
  delayMs: true,
  until: true,
} satisfies Record<keyof AnswerData, true>

function readNamed(name: string): AnswerData {
  const found = Object.entries(namedAnswers).find(([known]) => known === name)
  if (found) return found[1]
  const names = Object.keys(namedAnswers).map((known) => `'${known}'`)
  throw new Error(`'${name}' is no answer. Known are ${names.join(', ')}, or data such as { status: 503 }.`)
}

function findFault({
  status,
  body,
  headers,
  lost,
  executes,
  delayMs,
  until,
}: AnswerData): string | undefined {
  const isWhole = status !== undefined || lost !== undefined
  if (!isWhole && (body !== undefined || headers !== undefined)) return 'has a body or headers and no status'
  if (!isWhole && executes !== undefined) return 'executes, and says neither status nor lost'
  if (!isWhole && delayMs === undefined && until === undefined) return 'has neither status nor lost'
  if (status !== undefined && lost !== undefined) return 'has both status and lost'
  if (status !== undefined && !(Number.isInteger(status) && status >= 200 && status <= 599)) {
    return 'has a status that is no whole number from 200 to 599'
  }
  if (lost !== undefined && lost !== 'drop' && lost !== 'hang')
    return "is lost otherwise than by 'drop' or 'hang'"
  if (delayMs !== undefined && !(delayMs >= 0)) return 'has a delayMs that is no number from 0 up'
  return undefined
}

/** An answer as data, whichever way it was written. @throws Error where it is none, at once: a test that scripts nothing proves nothing */
export function readScripted(answer: ScriptedAnswer): AnswerData {
  if (typeof answer === 'string') return readNamed(answer)
  // The value may have another type than declared: some tests are written in JavaScript.
  const given: unknown = answer
  if (typeof given !== 'object' || given === null) throw new Error(`${String(given)} is no answer.`)
  checkKeys('An answer', given, Object.keys(KEYS))
  const fault = findFault(answer)
  if (fault !== undefined) throw new Error(`An answer ${fault}: ${JSON.stringify(answer)}`)
  return answer
}
