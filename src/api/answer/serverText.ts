/** Most characters of a server's text: enough for any message, and short enough for a table. */
const LONGEST_MESSAGE = 1000

/**
 * Removes control and bidi characters, which could rearrange the text. A value that is no text becomes an empty text.
 */
export function cleanServerText(value: unknown): string {
  if (typeof value !== 'string') return ''
  // The text is cut before and after: megabytes must not be searched, and removed characters must not count.
  const plain = value
    .slice(0, LONGEST_MESSAGE * 4)
    .replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .trim()
  return plain.length > LONGEST_MESSAGE ? `${plain.slice(0, LONGEST_MESSAGE)}…` : plain
}

/** Names of the statuses in RFC 9110 and its relatives. A library adds them to every answer: they are no reason. */
const REASON_PHRASES: ReadonlySet<string> = new Set(
  `bad request;unauthorized;payment required;forbidden;not found;method not allowed;not acceptable;
  proxy authentication required;request timeout;request time-out;conflict;gone;length required;precondition failed;
  payload too large;content too large;request entity too large;uri too long;unsupported media type;
  range not satisfiable;expectation failed;misdirected request;unprocessable entity;unprocessable content;
  locked;failed dependency;too early;upgrade required;precondition required;too many requests;
  internal server error;not implemented;bad gateway;service unavailable;gateway timeout`
    .split(';')
    .map((phrase) => phrase.trim()),
)

/** Whether a text is the bare name of a status: "Conflict", "Bad Request". */
export function isReasonPhrase(text: string): boolean {
  return REASON_PHRASES.has(text.trim().toLowerCase().replace(/[.!]$/, ''))
}
