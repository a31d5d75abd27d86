/** Long enough for any message that a person reads. */
const LONGEST = 300

/**
 * Describes a thrown value in words: the message of an error, or a plain value itself, or else the type. Never throws,
 * whatever the value is: hosts throw any value, and a message can be a symbol, or a getter that throws.
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
