import { expect, it } from '@jest/globals'
import { printsOf } from '../../src/journal/fingerprint'
import { createLines, createWhole } from '../domain/requests'

it('prints of Increff’s IDs are the same as in earlier versions', () => {
  expect([printsOf(createWhole('1253231242')), printsOf(createLines('SO_1.2-3', ['S', 1]))]).toEqual([
    ['4b47e145c47b9061a4dd10289123ab6d'],
    ['e7aa5d8dd54b45fadcc0b67f76482b19', '6f77b33baa81cc70d27afc6e7b63529c'],
  ])
})

it('a blank or a bracket in the ID of another system gives no two requests one print', () => {
  const one = printsOf(createLines('A', ['S', 1], ['T', 2]))[0]
  expect(printsOf(createLines('A ["S",1]', ['T', 2]))[0]).not.toBe(one)
  expect(printsOf(createWhole('"A"'))[0]).not.toBe(printsOf(createWhole('A'))[0])
})
