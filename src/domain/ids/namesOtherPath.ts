/** No client escapes a text more often. */
const MOST_DECODINGS = 4
// Servers drop a segment of dots and blanks alone, or go up a folder for it; parameters may follow behind `;`.
const vanishing = /^[.\s]+(?:;|$)/

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/**
 * Whether an ID might lead a call to another address although it is percent-encoded: it holds `.`, `..` or the like
 * between slashes, which servers and proxies resolve, many of them after decoding.
 */
export function namesOtherPath(id: string): boolean {
  if (!id.includes('.') && !id.includes('%')) return false
  let text = id
  for (let count = 0; count < MOST_DECODINGS && text.includes('%'); count += 1) text = decode(text)
  return text.split(/[/\\]/).some((segment) => vanishing.test(segment))
}
