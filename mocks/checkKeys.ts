/** @throws Error for a key that is not among the known ones: what is misspelt would be left out, and nobody would see it. */
export function checkKeys(what: string, given: object, known: readonly string[]): void {
  const unknown = Object.keys(given).filter((key) => !known.includes(key))
  if (unknown.length === 0) return
  throw new Error(`${what} has no ${unknown.map(quote).join(', ')}. It may have ${known.join(', ')}.`)
}

function quote(text: string): string {
  return `"${text}"`
}
