import { readFileSync } from 'node:fs'
import { expect, it } from '@jest/globals'
import { mutants } from './index'

const read = (file: string) => readFileSync(file, 'utf8')

it('each bug can be planted: the changed text stands exactly once in its file', () => {
  const counts = mutants.map(({ name, file, find }) => [name, read(file).split(find).length - 1] as const)
  expect(counts.filter(([, count]) => count !== 1)).toEqual([])
})

it('no two bugs have one name', () => {
  expect(new Set(mutants.map(({ name }) => name)).size).toBe(mutants.length)
})
