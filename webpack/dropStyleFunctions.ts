import { type CallExpression, parse } from 'acorn'
import { simple } from 'acorn-walk'

/** antd's functions that register the styles of a component; the second argument works the styles out. */
const REGISTERS: ReadonlySet<string> = new Set([
  'genStyleHooks',
  'genSubStyleComponent',
  'genComponentStyleHook',
])

/**
 * Takes the functions that work styles out in the browser from a style module of antd. The build has done their work
 * (`antdStyles.ts`); the minifier then drops what only they use.
 */
export function dropStyleFunctions(code: string): string {
  const calls: CallExpression[] = []
  simple(parse(code, { ecmaVersion: 'latest', sourceType: 'module' }), {
    CallExpression: (call) => {
      if (call.callee.type === 'Identifier' && REGISTERS.has(call.callee.name)) calls.push(call)
    },
  })
  // From the end, so that the places before stay right.
  return calls
    .flatMap((call) => call.arguments.slice(1, 2))
    .sort((a, b) => b.start - a.start)
    .reduce((rest, { start, end }) => `${rest.slice(0, start)}null${rest.slice(end)}`, code)
}
