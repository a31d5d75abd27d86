/** @throws Error for an unknown key: a misspelt key would be ignored, and nobody would notice. */
export function checkKeys(what: string, given: object, known: readonly string[]): void {
  const unknown = Object.keys(given).filter((key) => !known.includes(key))
  if (unknown.length === 0) return
  throw new Error(`${what} has no ${unknown.map(quote).join(', ')}. It may have ${known.join(', ')}.`)
}

function quote(text: string): string {
  return `"${text}"`
}
