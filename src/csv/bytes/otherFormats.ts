/** So much of a text tells what it is. */
const LOOKED_AT = 4096

// No table begins so. A CSV whose first heading is `ID` begins as SYLK does, and has no cells of SYLK below.
const sure: readonly (readonly [name: string, beginning: RegExp, further?: RegExp])[] = [
  ['JSON', /^\{\s*(?:\}\s*$|["'][^"'\r\n]{0,200}["']\s*:)/],
  ['JSON', /^\[\s*(?:\]\s*$|\{|["']|\[\s*["'\d[]|-?\d+\s*,)/],
  ['RTF', /^\{\\rtf/],
  ['SYLK', /^ID;P[^\r\n]*[\r\n]/, /^C;[^\r\n]*;K/m],
  ['DIF', /^TABLE\s*[\r\n]+0,1\s*[\r\n]/],
  ['vCard', /^BEGIN:VCARD\b/i],
  ['iCalendar', /^BEGIN:V(?:CALENDAR|EVENT)\b/i],
  ['HTTP', /^HTTP\/\d/],
]

// Titles above a table may begin so as well.
const likely: readonly (readonly [name: string, beginning: RegExp, further?: RegExp])[] = [
  ['JSON', /^\{\s*[\w$]+\s*:/],
  ['XML', /^<[a-z][\w.-]*>\s*<[a-z/!]/i],
  ['YAML', /^(?:---|%YAML[^\r\n]*)\s*[\r\n]+\s*(?:- |[\w"'-]+:(?:\s|$))/],
  ['YAML', /^[\w-]+:[ \t]*[\r\n]+\s*(?:- |[\w"'-]+:(?:\s|$))/],
  ['INI', /^\[[^\]\r\n]{1,80}\]\s*[\r\n]+\s*[\w.-]+\s*=/],
  ['SQL', /^(?:INSERT\s+INTO|CREATE\s+TABLE|DELETE\s+FROM|UPDATE\s+\S+\s+SET|SELECT\s[^;]{1,500}\sFROM)\s/i],
  [
    'email',
    /^(?:from|to|subject|date|received|return-path|delivered-to|message-id|von|betreff|de|objet|asunto|oggetto|da|от):\s/i,
    /^(?:subject|betreff|objet|asunto|assunto|oggetto|onderwerp|тема|विषय):\s/im,
  ],
]

const find = (formats: typeof sure, text: string): string | undefined =>
  formats.find(([, beginning, further]) => beginning.test(text) && (further?.test(text) ?? true))?.[0]

/** Names what a text is that is no table, whatever stands in it. */
export function findOtherFormat(text: string): string | undefined {
  return find(sure, text.trimStart().slice(0, LOOKED_AT))
}

/** Names what a text may be in which no header was found. */
export function guessOtherFormat(text: string): string | undefined {
  return find(likely, text.trimStart().slice(0, LOOKED_AT))
}
