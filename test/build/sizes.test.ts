import { expect, it } from '@jest/globals'
import { type Budgets, checkBudgets, checkGroups, measureGroups, type Sizes } from '../../tools/sizes'

const budgets: Budgets = {
  groups: {
    'own code': { packages: [], raw: 1 },
    antd: { packages: ['antd', '@ant-design/*'], raw: 10, gzip: 5 },
  },
  loads: { 'first screen': { chunks: ['main'], raw: 20, brotli: 4 } },
}

const size = (raw: number, gzip = 1000, brotli = 1000) => ({ raw, gzip, brotli })

const fine: Sizes = {
  groups: { 'own code': size(1000), antd: size(10_000, 5000) },
  loads: { 'first screen': size(20_000, 6000, 4000) },
}

it('is silent while every budget is kept', () => {
  expect(checkBudgets(budgets, fine)).toEqual([])
})

it('says which budget is broken, by how much, and what to do', () => {
  const broken = {
    groups: { ...fine.groups, antd: size(12_340, 5000) },
    loads: { 'first screen': size(1, 1, 4100) },
  }
  expect(checkBudgets(budgets, broken)).toEqual([
    expect.stringMatching(
      /^antd is 2\.3 kB over its budget: 12\.3 kB raw, and 10 kB are allowed\..*budgets\.json/,
    ),
    expect.stringMatching(/^first screen is 0\.1 kB over its budget: 4\.1 kB brotli, and 4 kB are allowed\./),
  ])
})

it('counts each piece of code in the group of its package, in bytes', () => {
  const traced = [
    new Map([
      ['src/plugin.tsx', 'äb'],
      ['node_modules/@ant-design/icons/es/index.js', '12345'],
    ]),
    new Map([['node_modules/antd/node_modules/@ant-design/colors/es/index.js', '678']]),
  ]
  const groups = measureGroups(budgets, traced)
  expect([groups['own code']?.raw, groups.antd?.raw]).toEqual([3, 8])
})

it('names a package that no group has', () => {
  expect(
    checkGroups(budgets, ['src/a.ts', 'node_modules/antd/es/a.js', 'node_modules/left-pad/index.js']),
  ).toEqual([expect.stringContaining('left-pad is in the artefact and in no group')])
})
