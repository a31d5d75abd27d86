/** Biome puts the exports of a file at the beginning of a line, and the members of an interface two blanks behind it. */
const EXPORT = /^export (?:async )?(?:function|const|class|interface|type) (\w+)/
const OPTIONAL_MEMBER = /^ {2}(?:readonly )?(\w+)\?/

/** The interfaces of the contract that a host fills in. */
const SETTINGS = /^export interface (Host|Settings|Theme|\w+Options) /

/** The doc comment right above a line, without its stars; empty where there is none. */
function readDoc(lines: readonly string[], at: number): string {
  let last = at - 1
  while (/^\s*\/\/ /.test(lines[last] ?? '')) last -= 1
  if (!lines[last]?.endsWith('*/')) return ''
  let first = last
  while (first > 0 && !lines[first]?.includes('/*')) first -= 1
  return lines
    .slice(first, last + 1)
    .map((line) => line.replace(/^\s*(\/?\*\*? ?)(?!\/)|\s*\*\/$/g, ''))
    .join(' ')
    .trim()
}

/** Whether a doc has a sentence before its first tag. */
const hasSentence = (doc: string) => /\w.*[.?]$/.test(doc.split(/(?:^|\s+)@\w/)[0] ?? '')

/**
 * Finds gaps in the docs of `src/host` and `src/domain`: exports without a doc sentence, and optional settings without
 * their default.
 *
 * @param file path below `src`, with `/`; any other folder has no faults
 * @returns one sentence for each
 */
export function findUndocumented(file: string, text: string): string[] {
  if (!/^(host|domain)\/.*(?<!\.d)\.ts$/.test(file)) return []
  const lines = text.split('\n')
  const wrong: string[] = []
  let isOfSettings = false
  let last = ''
  for (const [at, line] of lines.entries()) {
    const name = EXPORT.exec(line)?.[1]
    // The second signature of a function needs no sentence of its own.
    if (name && name !== last && !hasSentence(readDoc(lines, at))) {
      wrong.push(`src/${file}:${at + 1} exports ${name} without a doc sentence`)
    }
    last = name ?? last
    if (SETTINGS.test(line)) isOfSettings = true
    else if (line.startsWith('}')) isOfSettings = false
    const member = isOfSettings ? OPTIONAL_MEMBER.exec(line)?.[1] : undefined
    if (member && !/\bdefault: /i.test(readDoc(lines, at))) {
      wrong.push(`src/${file}:${at + 1} does not say the default of ${member}`)
    }
  }
  return wrong
}
