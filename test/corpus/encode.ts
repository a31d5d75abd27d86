/** Encodings a sheet can come in; `*-bare` without a byte order mark. */
export type SheetEncoding =
  | 'utf8'
  | 'utf8-bom'
  | 'utf8-bom-twice'
  | 'utf16le'
  | 'utf16be'
  | 'utf16le-bare'
  | 'utf16be-bare'
  | 'windows-1252'
  | 'utf32le'
  | 'utf32be'
  | 'utf32le-bare'
  | 'utf32be-bare'

/** Bytes 0x80 to 0x9f of Windows-1252, a space where it has none; all others are as in Unicode. */
const WINDOWS_1252 = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ'

/** @returns undefined where a character has no byte */
export function encodeWindows1252(text: string): Uint8Array | undefined {
  const bytes = Array.from(text, (char) => {
    const code = char.codePointAt(0) ?? 0
    const high = char === ' ' ? -1 : WINDOWS_1252.indexOf(char)
    if (high >= 0) return 0x80 + high
    return code < 0x80 || (code >= 0xa0 && code <= 0xff) ? code : -1
  })
  return bytes.includes(-1) ? undefined : Uint8Array.from(bytes)
}

function encodeUnits(units: readonly number[], width: 2 | 4, isLittle: boolean): Uint8Array {
  const bytes = new Uint8Array(units.length * width)
  const view = new DataView(bytes.buffer)
  for (const [index, unit] of units.entries()) {
    if (width === 2) view.setUint16(index * 2, unit, isLittle)
    else view.setUint32(index * 4, unit, isLittle)
  }
  return bytes
}

/** Throws where the text cannot be written so: a mistake of the caller's. */
export function encode(text: string, encoding: SheetEncoding): Uint8Array {
  if (encoding === 'windows-1252') {
    const bytes = encodeWindows1252(text)
    if (!bytes) throw new Error(`not in Windows-1252: ${text}`)
    return bytes
  }
  if (encoding.startsWith('utf8')) {
    const marks: Partial<Record<SheetEncoding, string>> = { utf8: '', 'utf8-bom': '\ufeff' }
    return new TextEncoder().encode((marks[encoding] ?? '\ufeff\ufeff') + text)
  }
  const marked = encoding.endsWith('-bare') ? text : `\ufeff${text}`
  const isLittle = encoding.includes('le')
  if (encoding.startsWith('utf32')) {
    return encodeUnits(
      Array.from(marked, (char) => char.codePointAt(0) ?? 0),
      4,
      isLittle,
    )
  }
  return encodeUnits(
    Array.from({ length: marked.length }, (_, index) => marked.charCodeAt(index)),
    2,
    isLittle,
  )
}

/** Joins bytes. */
export function joinBytes(...parts: readonly (Uint8Array | readonly number[])[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]))
}
