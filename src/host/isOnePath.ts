const PLACEHOLDER = '{subOrderId}'

/** Stands for an ID while templates are compared: no server and no proxy changes it. */
const STAND_IN = 'x0so0x'

/** Any base would do: only the path behind it is compared. */
const BASE = 'https://host.invalid/'

/** No client escapes a text more often. */
const MOST_DECODINGS = 4

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** A segment without the parts that servers and proxies drop: parameters behind `;`, and dots and blanks at its end. */
const trimSegment = (segment: string) => segment.replace(/;.*$/, '').replace(/[.\s]+$/, '')

function cleanPath(path: string): string {
  // For the author of a path, unseen marks and full-width letters make no difference.
  const plain = path.normalize('NFKC').replace(/[\p{Cf}\p{Cc}]/gu, '')
  const { pathname } = new URL(`./${plain.replace(/^[\s/\\]+/, '').replace(/[?#]/g, '_')}`, BASE)
  return decode(pathname)
    .split(/[/\\]+/)
    .map(trimSegment)
    .filter(Boolean)
    .join('/')
}

/** A template as the most tolerant server reads it: its path alone, in lower case. */
function normalize(template: string): string {
  const [path = ''] = template.replaceAll(PLACEHOLDER, STAND_IN).split(/[?#]/)
  let clean = cleanPath(path)
  for (let count = 1; count < MOST_DECODINGS; count += 1) clean = cleanPath(clean)
  return clean.toLowerCase()
}

/**
 * Whether two path templates may lead to the same address: they differ only by slashes, dots, letter case, escapes, a
 * query or a fragment. Servers, proxies and clients tidy these up; and a server that does not know a query ignores it.
 */
export function isOnePath(first: string, second: string): boolean {
  return normalize(first) === normalize(second)
}

/**
 * Whether a value is a path template: a text with `{subOrderId}` in its query, or in its path even after `..` is
 * resolved. Without the placeholder, every cancel would go to the same address.
 */
export function isTemplate(template: unknown): template is string {
  if (typeof template !== 'string') return false
  const [sent = ''] = template.split('#')
  const [path = '', query = ''] = sent.split(/\?(.*)/s)
  return query.includes(PLACEHOLDER) || (path.includes(PLACEHOLDER) && normalize(path).includes(STAND_IN))
}
