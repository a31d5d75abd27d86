import { expect, it } from '@jest/globals'
import { gatherDeclarations } from '../../webpack/declarations'

function gather(declarations: Readonly<Record<string, string>>): Record<string, string> {
  const [first = ''] = Object.keys(declarations)
  return Object.fromEntries(gatherDeclarations([first], (source) => declarations[source] ?? ''))
}

it('lays what is imported beside what imports it, and leaves the rest out', () => {
  const gathered = gather({
    'mocks/oms': "import type { Host } from '../src/host/contract';\nexport * from './script';",
    'mocks/script': 'export type Late = import("./late").Late;',
    'mocks/late': 'export type Late = 1;',
    'mocks/inner': 'export type Inner = 1;',
    'src/host/contract': 'export interface Host {}',
  })
  expect(gathered).toEqual({
    'oms.d.ts': "import type { Host } from './contract.js';\nexport * from './script.js';",
    'script.d.ts': 'export type Late = import("./late.js").Late;',
    'late.d.ts': 'export type Late = 1;',
    'contract.d.ts': 'export interface Host {}',
  })
})

it('refuses types of a package, which a host may not have', () => {
  expect(() => gather({ 'mocks/oms': "import type { HttpHandler } from 'msw';" })).toThrow(
    'mocks/oms shows types of msw',
  )
})

it('refuses two files of one name', () => {
  const clash = { 'mocks/oms': "import type { A } from './script';\nimport '../src/script';" }
  expect(() => gather(clash)).toThrow('src/script: another declaration is named script.d.ts')
})
