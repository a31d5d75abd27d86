import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { cleanText } from '../../domain/ids/cleanText'

/** The signature of a header: SHA-256 of its texts in hex. Case and blanks around a text make no difference. */
export function signHeader(header: readonly string[]): string {
  const texts = header.map((text) => cleanText(text).toLowerCase())
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(texts))))
}
