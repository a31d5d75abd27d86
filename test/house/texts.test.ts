import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { checkTexts } from '../../src/texts/checkTexts'
import { describeIssue } from '../../src/texts/describeIssue'
import { hindi } from '../../src/texts/hindi'
import { createMessages } from '../../src/texts/messages'
import type { Texts } from '../../src/host/contract'
import { FORMER_KEYS, findKey } from '../../src/texts/formerKeys'
import { listTexts } from '../../src/texts/createTranslations'
import { listNames, parseTemplate } from '../../src/texts/locale/template'
import { describeTexts } from '../support/describeTexts'
import { describeState } from '../../src/texts/describeState'
import type { RequestState } from '../../src/domain/run/requestState'

const english = listTexts()
const hindiTexts = new Map(listTexts(hindi))

/** Also of what does not read well in Devanagari: names, and what stands so in Excel, in files or on keys. */
const LATIN_IN_HINDI =
  /\b(Increff|SKU|ID|CSV|Excel|OMS|EAN|HTTP|MB|Text|Ctrl|V|Windows|UTF|Save as|Export|Unhide|workbook|xlsx?|sub-order:cancel)\b/g

const namesOf = (text: string) => listNames(parseTemplate(text) ?? []).sort()

describe('the texts of the languages', () => {
  it('all can be filled in', () => {
    expect([...english, ...hindiTexts].filter(([, text]) => parseTemplate(text) === null)).toEqual([])
  })

  it('Hindi says every value that English says, and no other', () => {
    // Of one sub-order or many it says the same: the number is in it all the same.
    expect([...hindiTexts].map(([path, text]) => [path, namesOf(text)])).toEqual(
      english.map(([path, text]) => [path, namesOf(text)]),
    )
  })

  it('nothing in Hindi was left in English', () => {
    const words = (text: string) =>
      text
        .replace(/\{\s*\w+\s*(, plural,)?|\b(one|other) \{|=0 \{/g, '{')
        .replace(LATIN_IN_HINDI, '')
        .match(/[A-Za-z]{2,}/g)
    const found = [...hindiTexts].filter(([path, text]) => path !== 'language' && words(text))
    expect(found).toEqual([])
  })

  it('every sentence of Hindi ends in a danda, where English ends in a full stop', () => {
    const ends = (text: string, mark: string) => text.replace(/\}+$/, '').endsWith(mark)
    const wrong = english.filter(([path, text]) => ends(text, '.') !== ends(hindiTexts.get(path) ?? '', '।'))
    expect(wrong).toEqual([])
  })

  it('docs/texts.md lists every key as it is; `npm run texts` writes it', () => {
    expect(readFileSync(join(__dirname, '../../docs/texts.md'), 'utf8')).toBe(describeTexts())
  })
})

describe('a host’s texts', () => {
  const read = (texts: unknown, locale = 'en-IN') => {
    const checked = checkTexts(texts)
    return { messages: createMessages(locale, undefined, checked.texts), faults: checked.faults }
  }

  it('stand in the place of ours, with the same values', () => {
    const { messages, faults } = read({
      start: 'Cancel now',
      'dialog.question': 'Really cancel {n, plural, =2 {both} one {# shipment} other {# shipments}}?',
      'running.title': '{total}: {done}',
    })
    expect([messages.start, messages.running.title({ done: 2, total: 123_456 }), faults]).toEqual([
      'Cancel now',
      '1,23,456: 2',
      [],
    ])
    expect([1, 2, 100_000].map((n) => messages.dialog.question({ n }))).toEqual([
      'Really cancel 1 shipment?',
      'Really cancel both?',
      'Really cancel 1,00,000 shipments?',
    ])
  })

  it('may leave a value out', () => {
    expect(read({ 'ready.title': 'Ready' }).messages.ready.title({ n: 3 })).toBe('Ready')
  })

  it('follow the plurals and lists of the language that they say they are in', () => {
    const texts = {
      language: 'ar',
      'ready.title': '{n, plural, two {طلبان} few {# طلبات} other {# طلب}}',
      'question.missing': '{names}',
    }
    const { messages } = read(texts, 'ar-AE')
    expect([2, 3, 11].map((n) => messages.ready.title({ n }))).toEqual(['طلبان', '3 طلبات', '11 طلب'])
    expect([messages.language, messages.direction]).toEqual(['ar', 'rtl'])
  })

  it('take the place of ours under a former key too, with the values that it had', () => {
    const former: Texts = {
      asideNote: '{fileName} is set aside',
      'mend.drop': 'Drop',
      'mend.dropAll.DUPLICATE_ID': 'Drop {n}',
      'mend.columnNames.sub-orders.subOrderId': 'Shipment',
      'earlier.heldInDoubt': 'Held: {n}',
      'issue.INVALID_ID_CHARACTER': 'No ID in {column}: {characters}',
    }
    const { messages, faults } = read(former)
    expect({
      faults,
      texts: [
        messages.closedNote({ fileName: 'a.csv' }),
        messages.edit.remove,
        messages.edit.removeAll.DUPLICATE_ID({ n: 3 }),
        messages.edit.columnNames['sub-orders'].subOrderId,
        messages.earlier.skippedInDoubt({ n: 2 }),
        describeIssue({ row: 2, code: 'INVALID_ID', value: 'a/b', column: 'Nr' }, messages),
      ],
    }).toEqual({
      faults: [],
      texts: ['a.csv is set aside', 'Drop', 'Drop 3', 'Shipment', 'Held: 2', 'No ID in Nr: "/"'],
    })
  })

  it('that have a former key and its successor: the successor counts, in either order', () => {
    const texts = [
      { 'mend.drop': 'Drop', 'edit.remove': 'Take out' },
      { 'edit.remove': 'Take out', 'mend.drop': 'Drop' },
    ]
    expect(texts.map((each) => read(each).messages.edit.remove)).toEqual(['Take out', 'Take out'])
  })

  it('under a former key are refused for the same reasons, by the key that the host has', () => {
    expect(read({ 'mend.drop': 'Drop {n}', 'mend.nowhere': 'x', mend: 'x' }).faults).toEqual([
      "host.texts['mend.drop'] is left out: it has no {n}.",
      "host.texts['mend.nowhere'] is left out: there is no such key.",
      "host.texts['mend'] is left out: there is no such key.",
    ])
  })

  it('every former key leads to a text, and none of them is a key of today', () => {
    const paths = english.map(([path]) => path)
    const wrong = Object.entries(FORMER_KEYS).filter(
      ([former, now]) =>
        !paths.some((path) => path.startsWith(now) && findKey(former + path.slice(now.length)) === path) ||
        paths.some((path) => path.startsWith(former)),
    )
    expect(wrong).toEqual([])
  })

  it('that cannot be used are left out, each with the reason', () => {
    const own = createMessages('en')
    const { messages, faults } = read({
      'ready.titel': 'Ready',
      ready: 'Ready',
      '__proto__.title': 'x',
      constructor: 'x',
      start: 7,
      stop: ' ',
      retry: 'Retry {n}',
      continue: 'Go {on',
      'ready.title': '{n, plural, one {#}}',
      language: 'no language at all',
    })
    expect(faults).toEqual([
      "host.texts['ready.titel'] is left out: there is no such key.",
      "host.texts['ready'] is left out: there is no such key.",
      "host.texts['__proto__.title'] is left out: there is no such key.",
      "host.texts['constructor'] is left out: there is no such key.",
      "host.texts['start'] is left out: it must be a text.",
      "host.texts['stop'] is left out: it must not be empty.",
      "host.texts['retry'] is left out: it has no {n}.",
      'host.texts[\'continue\'] is left out: its braces do not fit, or a plural lacks "other".',
      'host.texts[\'ready.title\'] is left out: its braces do not fit, or a plural lacks "other".',
      "host.texts['language'] is left out: it must be a BCP 47 tag.",
    ])
    expect([messages.start, messages.retry, messages.ready.title({ n: 1 })]).toEqual([
      own.start,
      own.retry,
      own.ready.title({ n: 1 }),
    ])
  })

  it('never throw, whatever they are', () => {
    const throwing = Object.defineProperty({}, 'start', {
      enumerable: true,
      get() {
        throw new Error('no')
      },
    })
    expect([undefined, null, 'start', ['start'], 7, throwing].map((texts) => checkTexts(texts))).toEqual([
      { texts: {}, faults: [] },
      { texts: {}, faults: [] },
      ...Array.from({ length: 3 }, () => ({
        texts: {},
        faults: ['host.texts must be an object of texts by their keys: it is left out.'],
      })),
      { texts: {}, faults: ['host.texts threw when it was read: it is left out.'] },
    ])
  })
})

describe('figures, dates and directions', () => {
  const at = Date.UTC(2026, 10, 23, 12)

  it('Hindi writes months and figures as its locale does', () => {
    const messages = createMessages('hi-IN', hindi)
    expect(messages.dialog.question({ n: 123_456 })).toBe('1,23,456 सब-ऑर्डर रद्द करें?')
    expect(messages.history.by({ when: messages.when(at), name: 'Priya' })).toMatch(/^23 नव॰, /)
    expect(messages.question.missing({ names: messages.and(['A', 'B']) })).toBe('A और B के लिए कॉलम चुनें।')
    expect([0, 1, 2].map((n) => messages.finished.failed({ n }))).toEqual([
      '0 सब-ऑर्डर रद्द नहीं किया जा सका',
      '1 सब-ऑर्डर रद्द नहीं किया जा सका',
      '2 सब-ऑर्डर रद्द नहीं किए जा सके',
    ])
  })

  it('English words keep their full stop at their end, in a layout from right to left', () => {
    const { intro, dialog, direction, language } = createMessages('ar-EG')
    expect([direction, language]).toEqual(['rtl', 'en'])
    expect(intro).toBe('\u2068A cancellation reaches the marketplace at once and cannot be undone.\u2069')
    expect(dialog.question({ n: 12 })).toBe('\u2068Cancel ١٢ sub-orders?\u2069')
  })

  it('a name in Arabic letters keeps its direction within an English sentence', () => {
    expect(createMessages('en').reading({ fileName: 'طلبات.csv' })).toBe('Reading \u2068طلبات.csv\u2069')
  })

  it.each([
    ['en', 'ltr'],
    ['hi-IN', 'ltr'],
    ['ar', 'rtl'],
    ['he-IL', 'rtl'],
    ['fa', 'rtl'],
    ['ur-PK', 'rtl'],
    ['pa-PK', 'rtl'],
    ['pa-IN', 'ltr'],
    ['no_such locale', 'ltr'],
  ])('the layout of %s runs %s', (locale, direction) => {
    expect(createMessages(locale).direction).toBe(direction)
  })

  const reason = { why: 'no-answer' } as const
  const failure = { code: 'NO', message: 'No', httpStatus: 400 }
  const states: readonly RequestState[] = [
    { status: 'succeeded', how: 'cancelled' },
    { status: 'failed', failure },
    { status: 'sending' },
    { status: 'unknown', reason },
    { status: 'not-sent' },
  ]
  it.each(['en', 'hi'])('statuses are machine words in %s too', (locale) => {
    const messages = createMessages(locale, locale === 'hi' ? hindi : undefined)
    expect(states.map((state) => describeState(state, messages).status)).toEqual([
      'SUCCESS',
      'ERROR',
      'SENDING',
      'UNKNOWN',
      'NOT SENT',
    ])
  })
})
