import { describe, expect, it } from '@jest/globals'
import { createMatcher } from '../../src/domain/ids/createMatcher'
import { findIdRuleFaults, findMatcher } from '../../src/domain/ids/idRule'
import { parsePattern } from '../../src/domain/ids/parsePattern'

const hint = 'An ID begins with #, as #1001 does.'

function compile(pattern: string) {
  const parsed = parsePattern(pattern)
  const matcher = 'why' in parsed ? undefined : createMatcher(parsed)
  if (!matcher) throw new Error(`not taken: ${pattern} ${JSON.stringify(parsed)}`)
  return matcher
}

/** Real shapes, and every part of the grammar; JavaScript's own matches decide. */
const patterns = [
  '^#\\d{4,10}$',
  '^SO/\\d{4}/\\d{5}$',
  '^gid://shopify/Order/\\d+$',
  '^[A-Za-z0-9+/]{6,}={0,2}$',
  '^(?!EXAMPLE$)[A-Z0-9]{6,12}$',
  '^(?=.*\\d)(?!0)[A-Z0-9-]+$',
  '^(?:AB|ABC|)x(?<tail>\\w?)+?$',
  '^(a|b)*a(a|b){2}$',
  '^(?:a{2,3}|b{0}c)+$',
  '^[^\\]a-c\\d]\\u0041\\x42\\.\\u{43}$',
  '^\\p{L}+\\s.$',
  '^\\u{1F600}|x$'.replace('|', ''),
  '^(?:(?:a?)*b?)*$',
  '^=?[-+@]\\w{2}$',
  '^(?=ab|cd)[a-d]{3}$',
]

const letters = ['a', 'b', 'c', 'x', 'A', 'B', 'C', '#', '/', '-', '=', '.', '0', '1', ' ', 'É', '😀']

function* createTexts(): Generator<string> {
  const known = ['', '#1001', '#12345678901', 'SO/2026/00012', 'SO/2026/0012', 'gid://shopify/Order/123']
  yield* known
  yield* [
    'bXlPcmRlcg==',
    'EXAMPLE',
    'EXAMPLES',
    'ABCDEF',
    'AB1',
    '01A',
    'zAB.C',
    'dAB.C',
    'ß 1',
    '=+ab',
    'cda',
    'abd',
  ]
  for (const one of letters) {
    yield one
    for (const two of letters) {
      yield one + two
      for (const three of letters) yield one + two + three
    }
  }
  for (let number = 0; number < 256; number += 1)
    yield number.toString(2).replaceAll('0', 'a').replaceAll('1', 'b')
}

it.each(patterns)('%s matches what JavaScript says', (pattern) => {
  const native = new RegExp(pattern, 'u')
  const { matches } = compile(pattern)
  const wrong = [...createTexts()].filter((text) => matches(text) !== native.test(text))
  expect(wrong).toEqual([])
})

describe('patterns that take for ever in other engines', () => {
  const hostile = [
    '^(a+)+$',
    '^(a|a)*$',
    '^(a|aa)+$',
    '^a*a*a*a*a*b?$',
    '^(?:a?){60}a{60}$',
    '^(.*)*x$',
    '^(a|b)*a(a|b){40}$',
  ]

  it.each(hostile)('%s takes steps that grow with the text', (pattern) => {
    const count = (text: string) => {
      const matcher = compile(pattern)
      const before = matcher.steps
      matcher.matches(text)
      return matcher.steps - before
    }
    const texts = (length: number) => ['a'.repeat(length), `${'a'.repeat(length)}!`, 'ab'.repeat(length / 2)]
    const ratios = texts(2000).map(
      (text, index) => count(text) / Math.max(1, count(texts(1000)[index] ?? '')),
    )
    expect(ratios.filter((ratio) => ratio > 2.2)).toEqual([])
  })

  it('take at most as many steps for each character as the pattern has parts, even without remembered places', () => {
    const matcher = compile('^(a|b)*a(a|b){40}$')
    const before = matcher.steps
    let text = ''
    for (let at = 1; text.length < 50_000; at += 1)
      text += (at * 2_654_435_761).toString(2).replaceAll('0', 'a').replaceAll('1', 'b')
    matcher.matches(text)
    expect((matcher.steps - before) / text.length).toBeLessThan(500)
  })

  it('walk through no place twice', () => {
    const matcher = compile('^SO/\\d{4}/\\d{5}$')
    matcher.matches('SO/2026/00012')
    const before = matcher.steps
    matcher.matches('SO/2026/00012')
    expect(matcher.steps).toBe(before)
  })
})

it('says which characters an ID may hold', () => {
  const { mayHold } = compile('^(?!,)SO/\\d{4}$')
  expect([...'S/7, a'].filter(mayHold)).toEqual(['S', '/', '7'])
})

const LOOSE =
  'host.settings.subOrderId.pattern must begin with ^ and end with $, with alternatives in a group: ^(?:A|B)$.'
const HINT =
  "host.settings.subOrderId.hint must be a sentence of at most 200 characters that says what an ID looks like: 'An ID begins with #, as #1001 does.'"
const TEXT =
  "host.settings.subOrderId.pattern must be a text, the source of a regular expression: '^#\\\\d+$'."
const beyond = (found: string) =>
  `host.settings.subOrderId.pattern holds "${found}", which is not taken: a lookahead stands right behind ^ or nowhere; lookbehinds, references, word borders and flags have no place.`
const LARGE =
  'host.settings.subOrderId.pattern repeats too much within repeats: with all of them written out it must stay below 2,000 parts.'
const EXAMPLE =
  'host.settings.subOrderId.pattern must not match EXAMPLE, the ID of the sample: put (?!EXAMPLE$) behind ^.'
const EMPTY = 'host.settings.subOrderId.pattern must not match the empty text.'

it.each<[string, unknown, string[]]>([
  ['nothing', undefined, []],
  ['a good rule', { pattern: '^#\\d+$', hint }, []],
  ['an exponential pattern, which is harmless here', { pattern: '^(\\d+)+$', hint }, []],
  ['null', null, ['host.settings.subOrderId must be an object with a pattern and a hint.']],
  ['text', '^#\\d+$', ['host.settings.subOrderId must be an object with a pattern and a hint.']],
  ['an empty rule', {}, [TEXT, HINT]],
  ['a RegExp in the place of its source', { pattern: /^#\d+$/, hint }, [TEXT]],
  ['an empty pattern', { pattern: '', hint }, [TEXT]],
  [
    'a pattern of 1,001 characters',
    { pattern: `^${'a'.repeat(999)}$`, hint },
    ['host.settings.subOrderId.pattern must have at most 1000 characters.'],
  ],
  ['no ^', { pattern: '#\\d+$', hint }, [LOOSE]],
  ['no $', { pattern: '^#\\d+', hint }, [LOOSE]],
  ['an escaped $', { pattern: '^\\d+\\$', hint }, [LOOSE]],
  ['alternatives that are each tied to one end', { pattern: '^#\\d+|\\d+$', hint }, [LOOSE]],
  ['alternatives that are each tied to both', { pattern: '^#\\d+$|^\\d+$', hint }, [LOOSE]],
  ['a lookbehind', { pattern: '^\\d+(?<=1)$', hint }, [beyond('(?<=')]],
  ['a lookahead within', { pattern: '^#(?=1)\\d+$', hint }, [beyond('(?=1')]],
  ['a reference', { pattern: '^(\\d)\\1$', hint }, [beyond('\\1$')]],
  ['a word border', { pattern: '^\\d+\\b$', hint }, [beyond('\\b$')]],
  ['a $ within', { pattern: '^(?:\\d$)$', hint }, [beyond('$)$')]],
  ['too many repeats', { pattern: '^(?:(?:\\d{1,200}-){1,200}){1,200}$', hint }, [LARGE]],
  ['too many repeats of nothing', { pattern: '^(?:(?:(?:(?:){200}){200}){200}){200}\\d$', hint }, [LARGE]],
  ['too many repeats in a lookahead', { pattern: '^(?!(?:a{200}){200})\\d$', hint }, [LARGE]],
  ['the empty text', { pattern: '^\\d*$', hint }, [EMPTY]],
  ['everything', { pattern: '^.*$', hint }, [EMPTY, EXAMPLE]],
  ['the ID of the sample', { pattern: '^[A-Z]+$', hint }, [EXAMPLE]],
  ['no hint', { pattern: '^#\\d+$' }, [HINT]],
  ['a blank hint', { pattern: '^#\\d+$', hint: ' ' }, [HINT]],
  ['a hint of two lines', { pattern: '^#\\d+$', hint: 'a\nb' }, [HINT]],
  ['a hint of 201 characters', { pattern: '^#\\d+$', hint: 'x'.repeat(201) }, [HINT]],
])('%s', (_, given, faults) => {
  expect(findIdRuleFaults(given)).toEqual(faults)
})

it.each(['^(a$', '^[$', '^a{2,1}$', '^SO\\-\\d$', '^*$'])(
  '%s does not compile, and the browser says why',
  (pattern) => {
    expect(findIdRuleFaults({ pattern, hint })).toEqual([
      expect.stringMatching(
        /^host\.settings\.subOrderId\.pattern is no regular expression with the flag u\. Invalid/,
      ),
    ])
    expect(findMatcher({ pattern, hint })).toBeUndefined()
  },
)
