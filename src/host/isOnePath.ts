const PLACEHOLDER = '{subOrderId}'

/** Stands for an ID while templates are compared: no server and no proxy changes it. */
const STAND_IN = 'x0so0x'

/** Any would do: only what follows it is compared. */
const BASE = 'https://host.invalid/'

/** An escape within an escape within an escape is nothing that anybody writes. */
const MOST_DECODINGS = 4

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** What servers and proxies leave off a segment: parameters behind `;`, and dots and blanks at its end. */
const trimSegment = (segment: string) => segment.replace(/;.*$/, '').replace(/[.\s]+$/, '')

function cleanPath(path: string): string {
  // Marks that nobody sees, and full-width letters, are the same path to whoever wrote it.
  const plain = path.normalize('NFKC').replace(/[\p{Cf}\p{Cc}]/gu, '')
  const { pathname } = new URL(`./${plain.replace(/^[\s/\\]+/, '').replace(/[?#]/g, '_')}`, BASE)
  return decode(pathname)
    .split(/[/\\]+/)
    .map(trimSegment)
    .filter(Boolean)
    .join('/')
}

/** A template as the most forgiving server would read it: its path alone, in lower case. */
function normalize(template: string): string {
  const [path = ''] = template.replaceAll(PLACEHOLDER, STAND_IN).split(/[?#]/)
  let clean = cleanPath(path)
  for (let count = 1; count < MOST_DECODINGS; count += 1) clean = cleanPath(clean)
  return clean.toLowerCase()
}

/**
 * Whether two path templates may come to one and the same address: they differ by slashes, dots, letter case, escapes, a
 * query or a fragment alone. Servers, proxies and clients tidy such things up, and a query is no safe distinction either: a
 * server that does not know it answers all the same.
 */
export function isOnePath(one: string, other: string): boolean {
  return normalize(one) === normalize(other)
}

/**
 * Whether a value can be used as a path template: text that holds `{subOrderId}` in its path or its query, and still does
 * once `..` is resolved. Without it every cancel would go to one and the same address.
 */
export function isTemplate(template: unknown): template is string {
  if (typeof template !== 'string') return false
  const [sent = ''] = template.split('#')
  const [path = '', query = ''] = sent.split(/\?(.*)/s)
  return query.includes(PLACEHOLDER) || (path.includes(PLACEHOLDER) && normalize(path).includes(STAND_IN))
}
