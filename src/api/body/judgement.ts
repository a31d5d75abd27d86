import { joinMessage, type ServerMessage } from '../message/readServerMessage'

/** What a part of an accepted answer says of the cancellation, the worst first where parts are put together. */
export type Judgement =
  /** Nobody is signed in. */
  | { readonly says: 'session' }
  /** Done for some of it, and not for the rest. */
  | { readonly says: 'part' }
  /** Something failed, and it does not say that this sub-order was refused. */
  | { readonly says: 'failure' }
  /** This sub-order was refused. */
  | { readonly says: 'refusal'; readonly message: ServerMessage }
  /** It will be done, or may be. */
  | { readonly says: 'promise' }
  /** It was done. */
  | { readonly says: 'success' }
  /** Nothing speaks for or against. */
  | { readonly says: 'nothing' }

export const NOTHING: Judgement = { says: 'nothing' }

const WORST_FIRST = ['session', 'part', 'failure', 'refusal', 'promise', 'success', 'nothing'] as const

/** Of the parts of one thing: the worst stands. */
export function chooseWorst(parts: readonly Judgement[]): Judgement {
  for (const says of WORST_FIRST) {
    const found = parts.find((part) => part.says === says)
    if (found) return found
  }
  return NOTHING
}

/** A table cell shows no more of it. */
const MOST_MESSAGES = 5

/** What several lines were refused for, each reason once. */
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

/** Of the lines of a list: all refused is a refusal, some of them is a part. */
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
