import { cleanText, isBlank } from './cleanText'
import { readWords } from './wordList'

/** Characters: words for nothing and ditto marks are shorter. */
const LONGEST = 40

const ZERO = '0'.charCodeAt(0)

// Databases, scripts and pivot tables write these for a blank cell.
const databaseBlanks = readWords([
  'null|\\n|nan|nat|none|nil|undefined|na|dbnull|system.dbnull|blank|empty|leer|vide|vacío|en blanco|vuoto',
  'leeg|em branco|пусто|空白|空|रिक्त|खाली|object object',
])

// People type these where there is nothing to say.
const wordsForNothing = readWords([
  'n/a|n.a|n.a.|n / a|not available|not applicable|not found|missing|unknown|tbd|t.b.d|t.b.d.|tba|tbc',
  'to be done|to be defined|to be decided|no sku|no id|nicht verfügbar|keine|kein|k.a|k.a.|k. a.|unbekannt',
  'fehlt|entfällt|non disponible|n/d|n.d|n.d.|s/d|inconnu|sans|no disponible|desconocido|não disponível',
  'desconhecido|non disponibile|sconosciuto|niet beschikbaar|onbekend|нет|нет данных|н/д|неизвестно|なし|無し',
  '該当なし|無|无|暂无|없음|उपलब्ध नहीं|लागू नहीं|नहीं|अज्ञात|غير متوفر|لا يوجد',
])

const dittoWords = readWords([
  'do|ditto|dito|dto|idem|id|ibid|ibidem|same|as above|same as above|see above|s.o|s. o|siehe oben|wie oben',
  'dasselbe|mismo|igual|lo mismo|ídem|même|le même|stesso|come sopra|c.s|zelfde|idem dito|то же|тоже|同上|仝|同',
  '〃|वही|यथोपरि|उपरोक्त|위와 같음|상동|↑|^',
])

// Quotation marks of any country; dashes may stand around them, as in `-"-`.
const dittoMark = /^[-–—―\s]*["'`´″′〃“”„‟‘’‚«»,]+[-–—―\s"'″〃”“’]*$/u
const bracket = /[()[\]<>{}"'`*#\s-]/
const noLetters = /^[\p{P}\p{S}\s]+$/u

/** A text without the brackets, quotes, hashes and dashes around it. */
function unwrap(text: string): string {
  let from = 0
  let to = text.length
  while (from < to && bracket.test(text.charAt(from))) from += 1
  while (to > from && bracket.test(text.charAt(to - 1))) to -= 1
  return text.slice(from, to)
}

const cleanWord = (text: string): string => cleanText(text).toLowerCase().replace(/\s+/g, ' ')

/** Whether a program wrote this cell because it was blank: `NULL`, `\N`, `nan`, `(blank)`. */
export function isDatabaseBlank(text: string): boolean {
  return text.length <= LONGEST && databaseBlanks.has(unwrap(cleanWord(text)))
}

const zero = /^0+(?:[.,]0+)?$/

/**
 * Whether an ID or a SKU is only a zero: spreadsheets and scripts write a zero for a blank. A quantity may be zero.
 *
 * @param text cleaned
 */
export function isZero(text: string): boolean {
  // Nearly every ID begins with another character.
  return text.charCodeAt(0) === ZERO && zero.test(text)
}

/** Whether a cell says that it has no value: a database's word for a blank, `N/A`, `TBD`, or only punctuation. */
export function isFiller(text: string): boolean {
  if (text.length > LONGEST) return false
  const word = cleanWord(text)
  if (word === '') return false
  return noLetters.test(word) || databaseBlanks.has(unwrap(word)) || wordsForNothing.has(unwrap(word))
}

/** Whether a cell repeats the cell above: `"`, `〃`, `-"-`, `do.`, `idem`. */
export function isDitto(text: string): boolean {
  if (text.length > LONGEST) return false
  const word = cleanWord(text)
  return dittoMark.test(word) || dittoWords.has(unwrap(word).replace(/\.$/, ''))
}

// People and programs draw lines below a header with dashes, equals signs, the corners of a frame, the colons of
// Markdown.
const ruleMarks = /^[-\u2010-\u2015\u2500-\u257f=_*~+:|\s]+$/
// One or two marks, as in `--`, say that a cell has no value.
const LEAST_MARKS = 3

/** Whether a row only draws a line across the table: `---,---,---`. */
export function isRule(cells: readonly string[]): boolean {
  let longest = 0
  for (const cell of cells) {
    if (isBlank(cell)) continue
    if (!ruleMarks.test(cell)) return false
    longest = Math.max(longest, cell.replace(/\s+/g, '').length)
  }
  return longest >= LEAST_MARKS
}
