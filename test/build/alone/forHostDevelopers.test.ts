/** @jest-environment <rootDir>/test/support/plainPage.ts */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from '@jest/globals'
import { transformSync } from '@swc/core'
import * as testing from '../../../host-kit/pretendHost'
import { provideDist } from '../../../webpack/builtDist'

const root = join(__dirname, '../../..')
const page = readFileSync(join(root, 'docs/for-host-developers.md'), 'utf8')
let dist = ''

beforeAll(async () => {
  dist = await provideDist(root)
}, 120_000)

/** Runs a file as the page shows it. @param modules what it imports that no package here has */
function runFile(name: string, modules: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const text = new RegExp(`\`\`\`js\\n// ${name}\\n([^]*?)\`\`\``).exec(page)?.[1]
  if (text === undefined) throw new Error(`The page shows no ${name}`)
  const { code } = transformSync(text, { jsc: { target: 'es2022' }, module: { type: 'commonjs' } })
  const exports: Record<string, unknown> = {}
  const load = (path: string): unknown => modules[path] ?? require(path)
  // oxlint-disable-next-line typescript/no-implied-eval -- the text of a page of ours, as it stands there
  new Function('require', 'exports', 'test', 'expect', code)(load, exports, test, expect)
  return exports
}

// The package is what was built above.
const { loadPlugin } = runFile('loadPlugin.js', {}) as { loadPlugin: (folder: string) => Promise<unknown> }
runFile('cancellation.test.js', {
  'sub-order-cancellation/testing': testing,
  './loadPlugin': { loadPlugin: () => loadPlugin(dist) },
})
