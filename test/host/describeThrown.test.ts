import { expect, it } from '@jest/globals'
import { describeThrown } from '../../src/host/describeThrown'
import { awkwardValues } from '../support/awkward'

it('describes any thrown value, and never throws', () => {
  const words = awkwardValues.map(([name, create]) => [name, describeThrown(create())])
  expect(Object.fromEntries(words)).toEqual({
    'an error': 'no such service',
    'an error whose message is a symbol': 'object',
    'an error whose message throws': 'object',
    'an error whose message is an object without prototype': 'object',
    'an error whose message throws when it becomes text': 'object',
    'an error whose message is a number too large': 'object',
    'an error without prototype': 'no such service',
    'an object without prototype': 'object',
    'a proxy that throws on everything': 'object',
    'a proxy that was revoked': 'object',
    'an object that throws when it becomes text': 'object',
    'an object that throws when it becomes JSON': 'object',
    'a function': 'function',
    'a symbol': 'Symbol(no text)',
    'a number too large': '10',
    text: 'no such service',
    null: 'null',
    undefined: 'undefined',
  })
})

it('names an error without a message by its type', () => {
  expect([describeThrown(new TypeError('')), describeThrown('')]).toEqual(['TypeError', 'string'])
})

it('cuts a message that is too long to read', () => {
  expect(describeThrown(new Error('x'.repeat(5000)))).toBe(`${'x'.repeat(300)}…`)
})
