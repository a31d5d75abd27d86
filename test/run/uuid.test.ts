import { expect, it } from '@jest/globals'
import { createUuid } from '../../src/browser/uuid'

it('is a UUID of version 4', () => {
  const ids = Array.from({ length: 1000 }, createUuid)
  const version4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
  expect(ids.filter((id) => !version4.test(id))).toEqual([])
})

it('is another one each time, in all its random digits', () => {
  const ids = Array.from({ length: 1000 }, createUuid)
  expect(new Set(ids).size).toBe(1000)
  const digits = Array.from({ length: 36 }, (_, at) => new Set(ids.map((id) => id[at])).size)
  // Dashes, the version, and the four values of the variant; all the rest takes every value.
  expect(digits.map((count, at) => [at, count]).filter(([, count]) => count !== 16)).toEqual([
    [8, 1],
    [13, 1],
    [14, 1],
    [18, 1],
    [19, 4],
    [23, 1],
  ])
})
