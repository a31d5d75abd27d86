/** Long enough for any message that a person reads. */
const LONGEST = 300

/**
 * What was thrown, in words: the message of an error, else the value where it is plain, else its kind. Never throws, whatever
 * it is given: hosts throw what they like, and a message can be a symbol, or a getter that throws in turn.
 */
export function describeThrown(thrown: unknown): string {
  const words = readWords(thrown)
  if (words === '') return typeof thrown
  return words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words
}

function readWords(thrown: unknown): string {
  const isObject = (typeof thrown === 'object' && thrown !== null) || typeof thrown === 'function'
  if (!isObject) return String(thrown)
  try {
    const { message, name } = thrown as { readonly message?: unknown; readonly name?: unknown }
    if (typeof message !== 'string') return ''
    return message === '' && typeof name === 'string' ? name : message
  } catch {
    return ''
  }
}
