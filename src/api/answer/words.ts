/** Brings words, codes and names of members into one form, so that case, underscores and spelling do not count. */

/** Most characters that a pattern searches. Longer server text says nothing more. */
const LONGEST_SPEECH = 2000

const CAMEL = /([\p{Ll}\p{N}])(\p{Lu})/gu

/** Writes `orderAlreadyCanceled`, `ORDER_ALREADY_CANCELLED` and `order-already-canceled` as `orderalreadycanceled`. */
export function squash(code: string): string {
  return code
    .slice(0, LONGEST_SPEECH)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .replaceAll('cancelled', 'canceled')
    .replaceAll('cancelling', 'canceling')
}

/**
 * The words of a code, of a status or of a member's name, in lower case: `hasUserErrors` is `has`, `user`, `errors`.
 */
export function splitName(name: string): readonly string[] {
  return name
    .slice(0, LONGEST_SPEECH)
    .replace(CAMEL, '$1 $2')
    .toLowerCase()
    .replaceAll('cancelled', 'canceled')
    .replaceAll('cancelling', 'canceling')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
}

/**
 * Prepares a sentence for matching: lower case, single blanks, straight quotes, one l in "canceled", and a limited
 * length.
 */
export function normalise(text: string): string {
  return text
    .slice(0, LONGEST_SPEECH)
    .toLowerCase()
    .replace(/[\u2018\u2019\u02bc`]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/\s+/g, ' ')
    .replaceAll('cancelled', 'canceled')
    .replaceAll('cancelling', 'canceling')
    .replaceAll('cancellable', 'cancelable')
    .trim()
}
