/** Whether the screen can draw with a token of `theme.tokens`: antd makes no colour of a number, and black of undefined. */
export function isToken(name: string, value: unknown): boolean {
  return typeof value === 'string' || (typeof value === 'number' && !name.startsWith('color'))
}
