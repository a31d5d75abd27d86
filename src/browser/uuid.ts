/**
 * A name for this page: 8 hex digits, enough for the few pages of one user. It is short since each call on record holds
 * it.
 */
export function createPageName(): string {
  return createUuid().slice(0, 8)
}

/** A random UUID, version 4. `crypto.randomUUID` is missing over plain HTTP; `getRandomValues` is not. */
export function createUuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  // RFC 9562, section 5.4: version 4 in the seventh byte, variant 10 in the ninth.
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
