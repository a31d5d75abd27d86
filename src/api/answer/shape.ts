export type Shape = Readonly<Record<string, unknown>>

/** An object of whatever kind, from outside: its members may be looked at. */
export function isShape(value: unknown): value is Shape {
  return typeof value === 'object' && value !== null
}
