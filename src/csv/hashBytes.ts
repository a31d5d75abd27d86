import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import type { YieldIfDue } from '../domain/time/yieldIfDue'

// Hashed in less than a millisecond.
const BLOCK_BYTES = 65_536

/**
 * SHA-256 of the bytes, in hex. The browser's own digest starts at once and runs beside our work. Over plain HTTP
 * browsers have none; our digest starts when the caller asks for it.
 */
export function createHash(bytes: Uint8Array, yieldIfDue: YieldIfDue): () => Promise<string> {
  const native = globalThis.crypto?.subtle as SubtleCrypto | undefined
  if (!native) return () => hashInSlices(bytes, yieldIfDue)
  const digest = native.digest('SHA-256', bytes as BufferSource)
  return async () => bytesToHex(new Uint8Array(await digest))
}

async function hashInSlices(bytes: Uint8Array, yieldIfDue: YieldIfDue): Promise<string> {
  const hash = sha256.create()
  for (let at = 0; at < bytes.length; at += BLOCK_BYTES) {
    hash.update(bytes.subarray(at, at + BLOCK_BYTES))
    const pause = yieldIfDue()
    if (pause) await pause
  }
  return bytesToHex(hash.digest())
}
