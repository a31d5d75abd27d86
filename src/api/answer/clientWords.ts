import { isReasonPhrase } from './serverText'
import { normalise } from './words'

/**
 * Words of the messages that clients themselves give every answer they reject: axios "Request failed with status code
 * 409", ky the same with "Conflict: PUT https://…", got "Response code 409 (Conflict)", ofetch "[PUT] \"https://…\":
 * 409 Conflict", Angular "Http failure response for https://…: 409 Conflict", rxjs "ajax error 409", superagent the
 * bare reason phrase.
 */
const CLIENT_WORD =
  /^(a|an|the|with|for|of|was|is|not|ok|request|requests?|response|failed|failure|failing|http|https|httperror|error|errors|exception|status|statuscode|code|ajax|axios|axioserror|fetch|api|call|client|server|network|responded|returned|received|unsuccessful|invalid|put|get|during|parsing|unknown|url|from|unexpected|bad|undefined|null|object|[1-5]\d\d)$/

const METHOD = /^(put|get|for|url)$/
const ADDRESS = /\b[a-z]+:\/\/\S+/g

/** Whether a client made a message out of the status, so that it holds no word of the server. */
export function isClientWords(message: string): boolean {
  const text = normalise(message).replace(ADDRESS, ' ')
  if (isReasonPhrase(text)) return true
  const words = text.split(/[^\p{L}\p{N}']+/u).filter(Boolean)
  const status = words.findIndex((word) => /^[1-5]\d\d$/.test(word))
  const isPlain = (word: string) => CLIENT_WORD.test(word)
  if (status < 0) return words.every(isPlain)
  // The name of the status follows the number: "409 Conflict: PUT", "404 (Not Found)".
  const rest = words.slice(status + 1)
  const isNamed =
    isReasonPhrase(rest.join(' ')) || isReasonPhrase(rest.filter((word) => !METHOD.test(word)).join(' '))
  return (isNamed ? words.slice(0, status) : words).every(isPlain)
}

/** Whether the client or the machine gave an error its code: `ERR_BAD_REQUEST`, `ECONNABORTED`, `HTTPError`. */
export function isClientCode(code: string): boolean {
  return /^(ERR_|E[A-Z]{4,}$|UND_ERR|HTTPError|ERR$)/.test(code)
}
