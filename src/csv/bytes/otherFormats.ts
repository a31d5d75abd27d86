// Characters that are enough to tell the format of a text.
const LOOKED_AT = 4096

// No table begins like these. A CSV whose first heading is `ID` begins like SYLK, but has no cells of SYLK below.
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

// Titles above a table may begin like these too.
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

/** Names the format of a text that surely holds no table. */
export function findOtherFormat(text: string): string | undefined {
  return find(sure, text.trimStart().slice(0, LOOKED_AT))
}

/** Guesses the format of a text without a header. */
export function guessOtherFormat(text: string): string | undefined {
  return find(likely, text.trimStart().slice(0, LOOKED_AT))
}
