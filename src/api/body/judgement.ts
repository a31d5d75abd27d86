import { joinMessage, type ServerMessage } from '../message/readServerMessage'

/**
 * The verdict of a part of an accepted answer on the cancellation. Where parts are joined, the worst verdict counts.
 */
export type Judgement =
  /** Nobody is signed in. */
  | { readonly says: 'session' }
  /** A part of the call was cancelled, and the rest was not. */
  | { readonly says: 'part' }
  /** Something failed, but the answer does not say that this sub-order was refused. */
  | { readonly says: 'failure' }
  /** The server refused this sub-order. */
  | { readonly says: 'refusal'; readonly message: ServerMessage }
  /** The cancellation is promised. */
  | { readonly says: 'promise' }
  /** The cancellation was done. */
  | { readonly says: 'success' }
  /** Nothing speaks for or against. */
  | { readonly says: 'nothing' }

export const NOTHING: Judgement = { says: 'nothing' }

const WORST_FIRST = ['session', 'part', 'failure', 'refusal', 'promise', 'success', 'nothing'] as const

/** Joins the verdicts on the parts of one thing: the worst counts. */
export function chooseWorst(parts: readonly Judgement[]): Judgement {
  for (const says of WORST_FIRST) {
    const found = parts.find((part) => part.says === says)
    if (found) return found
  }
  return NOTHING
}

/** Reasons that are joined; a table cell shows no more. */
const MOST_MESSAGES = 5

/** Joins the refusals of several lines; each reason stands once. */
function joinRefusals(all: readonly ServerMessage[]): ServerMessage {
  const [first] = all
  const messages = [...new Set(all.map(joinMessage).filter(Boolean))]
  const code = all.every((message) => message.code === first?.code) ? (first?.code ?? '') : ''
  return {
    code,
    message: messages.slice(0, MOST_MESSAGES).join('; '),
    description: '',
    advice: all.find(({ advice }) => advice)?.advice ?? '',
  }
}

/**
 * Joins the verdicts on the lines of a list. Where all lines are refused it is a refusal, where some are it is a part.
 */
export function combineLines(lines: readonly Judgement[]): Judgement {
  if (lines.length === 1) return lines[0] ?? NOTHING
  const has = (says: Judgement['says']) => lines.some((line) => line.says === says)
  if (has('session')) return { says: 'session' }
  const refused = lines.flatMap((line) => (line.says === 'refusal' ? [line.message] : []))
  if (refused.length === lines.length && refused.length > 0) {
    return { says: 'refusal', message: joinRefusals(refused) }
  }
  if (lines.length > 0 && lines.every((line) => line.says === 'failure')) return { says: 'failure' }
  if (refused.length > 0 || has('failure') || has('part')) return { says: 'part' }
  if (has('promise')) return { says: 'promise' }
  return lines.length > 0 && lines.every((line) => line.says === 'success') ? { says: 'success' } : NOTHING
}
