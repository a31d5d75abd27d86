import { seeText } from '../csv/readSlowly'

const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const

function decode(bytes: Uint8Array, encoding: string): string {
  const decoder = new TextDecoder(encoding)
  return decoder.decode(bytes, { stream: true }) + decoder.decode()
}

/** The text that a person sees in a file, in any encoding. */
export interface StandingText {
  /** Everything that could be an ID, as long as it goes, `.0` at its end left off as well. */
  readonly ids: ReadonlySet<string>
  /** The texts without invisible marks. */
  readonly texts: readonly string[]
  /** Records there can be at most. */
  readonly records: number
}

export function readStandingText(bytes: Uint8Array): StandingText {
  const decoded = ENCODINGS.map((encoding) => decode(bytes, encoding))
  const texts = decoded.map(seeText)
  const ids = new Set<string>()
  for (const text of texts) {
    for (const word of text.split(/[^A-Za-z0-9_.-]+/)) {
      // An escaped blank of a workbook is a blank.
      for (const id of [word, ...word.split(/_x(?:000d|000a|0009|00a0|0020)_/i)])
        ids.add(id).add(id.replace(/\.0+$/, ''))
    }
  }
  const records = Math.max(...decoded.map((text) => 1 + (text.match(/[\r\n]/g)?.length ?? 0)))
  return { ids, texts, records }
}
