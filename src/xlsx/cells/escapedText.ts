const escapes = /_x([0-9A-Fa-f]{4})_/g

/** Decodes what XML cannot hold: a workbook writes a carriage return as `_x000D_`, and a plain `_x000D_` as `_x005F_x000D_`. */
export function decodeEscapes(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(escapes, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}
