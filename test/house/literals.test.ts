import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, it } from '@jest/globals'
import { parseSync } from '@swc/core'

/** What a person reads or hears of an element; of other attributes nobody does. */
const SPOKEN = new Set([
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'aria-valuetext',
  'alt',
  'label',
  'placeholder',
  'title',
])

/** Says what is wrong with a host to its developer, before there are any words. */
const FREE = new Set(['BadHost.tsx'])

interface Node {
  readonly type: string
  readonly [key: string]: unknown
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof Reflect.get(value, 'type') === 'string'

function listChildren(node: Node): Node[] {
  return Object.values(node)
    .flatMap((value: unknown): unknown[] => (Array.isArray(value) ? value : [value]))
    .flatMap((value) => {
      if (isNode(value)) return [value]
      // Arguments of a call lie one layer deeper.
      const inner: unknown = value && typeof value === 'object' ? Reflect.get(value, 'expression') : undefined
      return isNode(inner) ? [inner] : []
    })
}

/** Texts that come to be shown: what a condition compares, or what a call or a key is given, is none. */
function readTexts(node: Node): string[] {
  switch (node.type) {
    case 'JSXText':
    case 'StringLiteral':
      return [String(node['value'])]
    case 'TemplateLiteral':
      return listChildren(node).flatMap((child) =>
        child.type === 'TemplateElement' ? [String(child['cooked'])] : readTexts(child),
      )
    case 'ConditionalExpression':
      return [node['consequent'], node['alternate']].filter(isNode).flatMap(readTexts)
    case 'BinaryExpression': {
      const shown = ['&&', '||', '??', '+'].includes(String(node['operator']))
      return shown ? [node['left'], node['right']].filter(isNode).flatMap(readTexts) : []
    }
    case 'JSXExpressionContainer':
    case 'ParenthesisExpression':
      return [node['expression']].filter(isNode).flatMap(readTexts)
    default:
      return []
  }
}

function findTexts(node: Node): string[] {
  const below = listChildren(node).flatMap(findTexts)
  if (node.type === 'JSXElement' || node.type === 'JSXFragment') {
    const children = Array.isArray(node['children']) ? node['children'].filter(isNode) : []
    return [...children.flatMap(readTexts), ...below]
  }
  if (node.type !== 'JSXAttribute') return below
  const { name, value } = node
  const spoken = isNode(name) && SPOKEN.has(String(name['value'])) && isNode(value)
  return spoken ? [...readTexts(value), ...below] : below
}

/** Strings with letters that stand in what is rendered. */
function findLiterals(code: string): string[] {
  const { body } = parseSync(code, { syntax: 'typescript', tsx: true })
  return findTexts({ type: 'Module', body }).filter((text) => /\p{L}/u.test(text))
}

it('every text that an operator sees or hears comes from the messages', () => {
  const folder = join(__dirname, '../../src/ui')
  const files = readdirSync(folder, { encoding: 'utf8', recursive: true }).filter(
    (name) => name.endsWith('.tsx') && !FREE.has(basename(name)),
  )
  const found = files.flatMap((name) =>
    findLiterals(readFileSync(join(folder, name), 'utf8')).map((text) => `${name}: ${text.trim()}`),
  )
  expect({ isAppRead: files.includes(join('app', 'App.tsx')), found }).toEqual({ isAppRead: true, found: [] })
})

it('finds a text, however it is written', () => {
  const code = [
    'const a = <p>Bare words</p>',
    'const b = <p>{isOn ? "Either" : `Or ${name}`}</p>',
    'const c = <button type="button" aria-label="Named" className="quiet" />',
    'const d = <><input placeholder={isOn && "Hint"} /></>',
    'const e = list.map((one) => <li key="k">{one ?? "None"}{one === "same" ? 1 : 2} · </li>)',
    'const f = render(<Modal title={<b>{"In a prop"}</b>} open />)',
  ].join('\n')
  expect(findLiterals(code)).toEqual(['Bare words', 'Either', 'Or ', 'Named', 'Hint', 'None', 'In a prop'])
})
