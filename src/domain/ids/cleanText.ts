/**
 * Zero-width and bidi marks, as the body of a character class: Arabic letter mark, Mongolian vowel separator,
 * zero-width spaces and joiners, directional marks, embeddings and isolates, word joiner and invisible operators, byte
 * order mark. They come along when somebody copies an ID from a web page or a chat, and nobody can see them.
 */
export const INVISIBLE = '\\u061c\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\u2066-\\u206f\\ufeff'

const invisibleMarks = new RegExp(`[${INVISIBLE}]`, 'g')
const visibleText = new RegExp(`[^\\s${INVISIBLE}]`)
const fullWidthForms = /[\uff01-\uff5e]/g
const FULL_WIDTH_OFFSET = 0xfee0

// Blanks that nobody types on purpose (no-break, thin, ideographic and the like), and the invisible marks.
const strangeMarks = new RegExp(`[\\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000${INVISIBLE}]`)

/** Whether a text holds unseen marks that cleaning takes off. */
export function hasStrangeMarks(text: string): boolean {
  return strangeMarks.test(text)
}

/** Whether a cell shows nothing: empty, or only blanks and invisible marks. */
export function isBlank(text: string): boolean {
  return text === '' || !visibleText.test(text)
}

/** How many cells a record has up to the last cell that shows something. */
export const measureWidth = (cells: readonly string[]): number =>
  cells.findLastIndex((cell) => !isBlank(cell)) + 1

/** How many cells show something. */
export const countShown = (cells: readonly string[]): number => cells.filter((cell) => !isBlank(cell)).length

/**
 * Takes off characters that nobody typed on purpose: invisible marks anywhere, and blanks at both ends. Full-width
 * ASCII becomes ASCII. NFKC would turn `12²` into `122`, which is another sub-order.
 */
export function cleanText(text: string): string {
  const cleaned = text
    .replace(invisibleMarks, '')
    .replace(fullWidthForms, (form) => String.fromCharCode(form.charCodeAt(0) - FULL_WIDTH_OFFSET))
    .trim()
  return cleaned.includes('_x') || cleaned.includes('_X') ? trimEscapes(cleaned) : cleaned
}

// Workbooks escape line ends, tabs and no-break spaces like this; some programs keep the escapes in a text file.
const escapedBlank = /^_x(?:000d|000a|0009|00a0|0020)_$/i
const ESCAPE_LENGTH = 7

/** Takes off blanks at both ends that a workbook has escaped. */
function trimEscapes(text: string): string {
  let rest = text
  while (escapedBlank.test(rest.slice(-ESCAPE_LENGTH))) rest = rest.slice(0, -ESCAPE_LENGTH).trimEnd()
  while (escapedBlank.test(rest.slice(0, ESCAPE_LENGTH))) rest = rest.slice(ESCAPE_LENGTH).trimStart()
  return rest
}

const controls = /\p{Cc}/gu

/** Removes control characters: line ends, tabs, and characters that show nothing. */
export const dropControls = (text: string): string => text.replace(controls, '')

const unshownMarks = new RegExp(`[\\p{Cc}${INVISIBLE}]+`, 'gu')

/**
 * A file's text or name, fit for the screen: without unseen marks, which could rearrange the text around it. Line ends
 * and the like become a blank.
 */
export function showText(text: string): string {
  return text.replace(unshownMarks, (marks) => (/\p{Cc}/u.test(marks) ? ' ' : ''))
}

/** No file system takes a longer name, but a script may give one. */
const LONGEST_NAME = 255

/** The name of a chosen file, fit for the screen. */
export function showFileName(name: string): string {
  return showText(name).slice(0, LONGEST_NAME)
}

/** Takes off the dress that Excel puts around a text to keep it a text: `="00123"`, and `'` before digits. */
export function undressText(text: string): string {
  const formula = /^="([^"]*)"$/.exec(text)
  const inner = formula?.[1]?.trim() ?? text
  return inner.replace(/^'(?=[0-9])/, '')
}

// `#REF!`, `#¿NOMBRE?`, `#DIV/0!`, `#名前?`, but not `#1!`.
const namedError = /^#[\p{L}¡¿][^\s!?]{0,30}[!?]$/u
// Errors without a mark at their end: "not available" in many languages, "still loading", LibreOffice's numbers.
const otherError =
  /^(?:#(?:N\/[ABD]|I\/T|Н\/Д|Δ\/Υ|NV|YOK|HIÁNYZIK|SAKNAS|NENÍ_K_DISPOZICI|NEDOSTUPNÝ|GETTING_DATA|DATEN_ABRUFEN)|Err:\d{3})$/iu

/** Whether a text is the error of a failed formula: `#N/A`, `#REF!`, `#NAME?`, in German `#NV`. */
export function isExcelError(text: string): boolean {
  const first = text.charCodeAt(0)
  // Nearly every text begins with another character than `#` and `E`.
  if (first !== 35 && first !== 69 && first !== 101) return false
  return namedError.test(text) || otherError.test(text)
}
