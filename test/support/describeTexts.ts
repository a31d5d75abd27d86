import { listTexts } from '../../src/texts/createTranslations'
import { FORMER_KEYS, FORMER_VALUES } from '../../src/texts/formerKeys'
import { listNames, parseTemplate } from '../../src/texts/locale/template'

const HEAD = `# Texts that a host may put in the place of ours

\`host.texts\` is a plain object of texts by the keys below:

\`\`\`ts
texts: {
  start: 'Cancel now',
  'ready.title': '{n, plural, one {# shipment} other {# shipments}} ready',
}
\`\`\`

- \`{name}\` stands for a value: a figure as the locale writes it, or a text as it is. A value may be left out; one that is not listed with the key is refused.
- \`{n, plural, one {# row} other {# rows}}\` chooses by the number, with \`#\` for it: \`zero\`, \`one\`, \`two\`, \`few\`, \`many\` and \`other\` as the language has them, \`=1\` for
  exactly one. \`other\` must be there. Of ICU MessageFormat this is all: braces cannot be quoted, and an apostrophe is an apostrophe.
- Texts are shown as text: markup is not read.
- Whoever translates sets \`language\` to the tag of that language (\`'ta'\`, \`'ar'\`): it rules plurals, lists and months, and tells screen readers how to
  pronounce. The direction of the layout follows \`host.locale\`.
- A key that does not exist, a text that is empty or no text, and braces that do not fit are left out; the console names the key once. The screen never fails over it.
- Not among them: the statuses (\`SUCCESS\`, \`ERROR\`, \`UNKNOWN\`, \`SENDING\`, \`NOT SENT\`), issue codes, the server's messages, and all files, which stay English.

Keys and values are stable within a major version of the contract; keys may be added. Written by \`npm run texts\`.

| key | English | values |
| --- | --- | --- |
`

const FORMER = `
## Former keys

These keys have words that the screen no longer uses. They are deprecated since contract 1.2 and go with contract 2.0; until then each does what its successor does, and where a
host has both, the successor counts. \`…\` stands for every ending.

| former key | now |
| --- | --- |
`

const inCell = (text: string) => text.replaceAll('|', '\\|')

function describeFormer(): string[] {
  const paths = listTexts().map(([path]) => path)
  return Object.entries(FORMER_KEYS).map(([former, now]) => {
    const ending = paths.filter((path) => path.startsWith(now)).length > 1 ? '…' : ''
    return `| \`${former}${ending}\` | \`${now}${ending}\` |`
  })
}

/** The page for the developers of hosts. */
export function describeTexts(): string {
  const rows = listTexts().map(([path, text]) => {
    const names = [...listNames(parseTemplate(text) ?? []), ...(FORMER_VALUES[path] ?? [])]
    return `| \`${path}\` | ${inCell(text)} | ${names.map((name) => `\`${name}\``).join(', ')} |`
  })
  return `${HEAD}${rows.join('\n')}\n${FORMER}${describeFormer().join('\n')}\n`
}
