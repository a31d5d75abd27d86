/**
 * A byte order mark, and the letters that a program made of its bytes: of UTF-8 read as Windows-1252, Windows-1251,
 * DOS 437 and DOS 850, or twice as Windows-1252; and of UTF-16.
 */
const marks =
  /^(?:\ufeff|\u00ef\u00bb\u00bf|\u043f\u00bb\u0457|\u2229\u2557\u2510|\u00b4\u2557\u2510|\u00c3\u00af\u00c2\u00bb\u00c2\u00bf|\u00fe\u00ff|\u00ff\u00fe)/

/**
 * The number of characters of byte order marks at the beginning of a text. Some programs add a mark to a file that
 * has one.
 */
export function measureMarks(text: string): number {
  let at = 0
  for (let found = marks.exec(text); found; found = marks.exec(text.slice(at, at + 8))) at += found[0].length
  return at
}

/** Removes the byte order marks from the beginning of a text. */
export function dropMarks(text: string): string {
  const length = measureMarks(text)
  return length > 0 ? text.slice(length) : text
}
