/**
 * A byte order mark, and what it became in a program that took its bytes for letters: those of UTF-8 read as
 * Windows-1252, 1251, DOS 437 and 850, and twice over; those of UTF-16.
 */
const marks =
  /^(?:\ufeff|\u00ef\u00bb\u00bf|\u043f\u00bb\u0457|\u2229\u2557\u2510|\u00b4\u2557\u2510|\u00c3\u00af\u00c2\u00bb\u00c2\u00bf|\u00fe\u00ff|\u00ff\u00fe)/

/**
 * How many characters of a text's beginning are byte order marks; a program may have written one into a file that had
 * one.
 */
export function measureMarks(text: string): number {
  let at = 0
  for (let found = marks.exec(text); found; found = marks.exec(text.slice(at, at + 8))) at += found[0].length
  return at
}

/** A text without the marks before it. */
export function dropMarks(text: string): string {
  const length = measureMarks(text)
  return length > 0 ? text.slice(length) : text
}
