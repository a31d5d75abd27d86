import { describe, expect, it } from '@jest/globals'
import * as fc from 'fast-check'
import { createNewlineNormalizer } from '../../src/csv/bytes/normalizeNewlines'
import { draws } from '../support/draws'
import { type TakeRecord, type Windows, createRecordSplitter } from '../../src/csv/bytes/recordSplitter'

const csvText = fc.string({
  unit: fc.constantFrom('"', '""', ',', '\r', '\n', '\r\n', 'a', ' ', '",', '"\n'),
  maxLength: 60,
})
const cuts = fc.array(fc.nat(120), { maxLength: 6 })

function cut(text: string, places: readonly number[]): string[] {
  const ends = [...places.filter((place) => place < text.length).toSorted((a, b) => a - b), text.length]
  return ends.map((end, index) => text.slice(ends[index - 1] ?? 0, end))
}

function feed<T>(pieces: readonly string[], take: (piece: string, last: boolean) => T): T[] {
  return pieces.map((piece, index) => take(piece, index === pieces.length - 1))
}

function split(pieces: readonly string[], windows: Windows) {
  const records: unknown[] = []
  const take: TakeRecord = (cells, badQuotes) => records.push([cells, badQuotes])
  const takePlain = (text: string, delimiter: string) => {
    for (const line of text.slice(0, -1).split('\n')) take(line.split(delimiter), false)
  }
  const push = createRecordSplitter(',', { take, takePlain }, windows)
  return { isUnclosed: pieces.some((piece, index) => push(piece, index === pieces.length - 1)), records }
}

describe('wherever a text is cut into pieces', () => {
  it('has its line ends normalised alike', () => {
    fc.assert(
      fc.property(csvText, cuts, (text, places) => {
        const whole = createNewlineNormalizer(',')(text, true)
        expect(feed(cut(text, places), createNewlineNormalizer(',')).join('')).toBe(whole)
      }),
      { numRuns: draws(500, 2000) },
    )
  })

  it('falls into the same records, however little of it the parser sees at once', () => {
    const sizes = fc.record({ min: fc.integer({ min: 1, max: 8 }), max: fc.integer({ min: 8, max: 32 }) })
    fc.assert(
      fc.property(csvText, cuts, sizes, (text, places, windows) => {
        const lines = text.replace(/\r\n?/g, '\n')
        expect(split(cut(lines, places), windows)).toEqual(split([lines], { min: 1000, max: 1000 }))
      }),
      { numRuns: draws(1000, 5000) },
    )
  })
})

it.each([
  ['CRLF, LF and CR end lines', 'a\r\nb\nc\rd', 'a\nb\nc\nd'],
  ['quoted line ends stay', '"a\r\nb\r"\r\n"\r"', '"a\r\nb\r"\n"\r"'],
  ['doubled quotes do not end a quoted cell', '"a""\r"",\r"\r', '"a""\r"",\r"\n'],
  ['a quote within a cell opens nothing', 'a"\r"b"\r', 'a"\n"b"\n'],
])('%s', (_, text, normalized) => {
  expect(createNewlineNormalizer(',')(text, true)).toBe(normalized)
  expect(feed([...text], createNewlineNormalizer(',')).join('')).toBe(normalized)
})
