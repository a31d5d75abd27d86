import type { Random } from '../fuzz/random'
import type { BookForm, Role, TextForm } from './plantedSheet'

const ENCODINGS = ['utf-8', 'utf-8', 'utf-8-mark', 'utf-16le', 'utf-16be', 'windows-1252'] as const

/** A text of any form, or in a quarter of the cases a workbook. */
export function drawForm(roles: readonly Role[], random: Random): TextForm | BookForm {
  if (random.below(4) === 0) return { type: 'workbook', inlineStrings: random.below(2) === 0, merged: [] }
  const encoding = random.pick(ENCODINGS)
  return {
    type: 'text',
    delimiter: random.pick([',', ',', ';', '\t', '|']),
    quotesAll: random.below(3) === 0,
    lineEnd: random.pick(['\r\n', '\n']),
    // Without a letter beyond ASCII it would be UTF-8.
    encoding: encoding === 'windows-1252' && !roles.includes('city') ? 'utf-8' : encoding,
    endsWithLineEnd: random.below(4) > 0,
    hasSepLine: random.below(8) === 0,
  }
}
