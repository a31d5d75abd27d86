import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { cleanText } from '../../domain/ids/cleanText'

/** A header is known by what it says, whatever its case and blanks. */
export function signHeader(header: readonly string[]): string {
  const texts = header.map((text) => cleanText(text).toLowerCase())
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(texts))))
}
