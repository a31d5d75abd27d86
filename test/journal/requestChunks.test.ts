import { expect, it } from '@jest/globals'
import { packRequests } from '../../src/domain/run/packedRequests'
import { readRequests, writeRequests } from '../../src/journal/plan/requestChunks'
import { createLines } from '../domain/requests'

const packed = packRequests([createLines('1', ['A', 2]), createLines('2', ['B', 1], ['C', 3])])
const chunk = writeRequests(packed)

it('requests of line items come back as they were written', () => {
  expect(readRequests(chunk)).toEqual([packed])
})

it.each([
  ['a request without lines', { counts: [0, 3] }],
  ['fewer counts than requests', { counts: [3] }],
  ['more lines than are counted', { counts: [1, 1] }],
  ['a quantity too few', { quantities: [2, 1] }],
])('a chunk with %s is refused: its lines would be cancelled under another ID', (_, damage) => {
  expect(() => readRequests(Object.assign({ ...chunk }, damage))).toThrow('do not add up')
})
