import { describe, expect, it } from '@jest/globals'
import { isExample, readSubOrderId } from '../../src/domain/ids/identifiers'
import { readSkuId } from '../../src/domain/ids/readSkuId'

describe('a Sub Order ID', () => {
  it.each([
    ['digits stay text', '1253231242', '1253231242'],
    ['leading zeros stay', '00123', '00123'],
    ['20 digits stay exact', '16837253779671050215', '16837253779671050215'],
    [
      'letters, dashes, dots and underscores are legal',
      'NYK-12083161-5367312-1-1',
      'NYK-12083161-5367312-1-1',
    ],
    ['E among digits, without separator or sign, is a legal ID', '12E5', '12E5'],
    ['so it is after cleaning', ' 12E5 ', '12E5'],
    ['outer blanks and NBSP go', '\u00a0 \t12\u3000', '12'],
    ['zero-width and bidi marks go anywhere', '\ufeff1\u200b2\u202a3\u202c\u2069', '123'],
    ['full-width forms become ASCII', '\uff11\uff12\uff0d\uff21', '12-A'],
    ["Excel's text formula goes", '="00123"', '00123'],
    ["Excel's text mark before digits goes", "'00123", '00123'],
    ["Excel's decimals go where nothing is lost", '123.0', '123'],
    ['several zero decimals go as well', '123456789012345.00', '123456789012345'],
    ['other decimals are part of the ID', '1.5', '1.5'],
    ['255 characters are allowed', '1'.repeat(255), '1'.repeat(255)],
  ])('%s', (_, text, id) => {
    expect(readSubOrderId(text)).toEqual({ ok: true, id })
  })

  it.each([
    ['nothing is missing', '', 'MISSING_ID'],
    ['only blanks and marks is missing', ' \u200b\u00a0', 'MISSING_ID'],
    ['an empty text formula is missing', '=""', 'MISSING_ID'],
    ['blanks inside are refused', '12 34', 'INVALID_ID'],
    ['an NBSP inside is refused', '12\u00a034', 'INVALID_ID'],
    ['a superscript is no digit: that would be another ID', '12²', 'INVALID_ID'],
    ['digits of other scripts are refused', '١٢٣', 'INVALID_ID'],
    ['no digit at all is refused', 'ABC', 'INVALID_ID'],
    ['dots alone are refused', '..', 'INVALID_ID'],
    ['a mark first is refused', '-12', 'INVALID_ID'],
    ['a slash is refused', '12/3', 'INVALID_ID'],
    ['256 characters are refused', '1'.repeat(256), 'INVALID_ID'],
    ['a formula is refused', '=12+1', 'INVALID_ID'],
    ['an apostrophe before letters is refused', "'A1", 'INVALID_ID'],
    ['a thousands separator is refused', '1,253', 'INVALID_ID'],
    ['scientific with a dot', '1.25323E+09', 'SCIENTIFIC_ID'],
    ['scientific with a comma', '1,25323E+09', 'SCIENTIFIC_ID'],
    ['scientific with a sign only', '1E+09', 'SCIENTIFIC_ID'],
    ['scientific in lower case without a sign', '1.2e9', 'SCIENTIFIC_ID'],
    ['scientific inside a text formula', '="1E+09"', 'SCIENTIFIC_ID'],
    ['over 15 digits with decimals', '1234567890123456.0', 'PRECISION_LOST'],
  ])('%s', (_, text, code) => {
    expect(readSubOrderId(text)).toEqual({ ok: false, code })
  })
})

describe('a SKU ID', () => {
  it.each([
    ['any printable text stays', 'Größe 42 / "rot", 5²', 'Größe 42 / "rot", 5²'],
    ['letters alone are legal', 'ABC', 'ABC'],
    ['it is cleaned like a Sub Order ID', '\u200b="00\uff11" ', '001'],
    ['zero decimals go', '8647326934.0', '8647326934'],
    ['255 characters are allowed', 'x'.repeat(255), 'x'.repeat(255)],
  ])('%s', (_, text, id) => {
    expect(readSkuId(text)).toEqual({ ok: true, id })
  })

  it.each([
    ['blanks are missing', ' \u00a0', 'MISSING_SKU'],
    ['scientific is refused', '8.64733E+09', 'SCIENTIFIC_ID'],
    ['lost precision is refused', '12345678901234567.0', 'PRECISION_LOST'],
    ['a line feed inside is refused', 'a\nb', 'INVALID_ID'],
    ['a character that the encoding lost is refused', 'gr\ufffdn', 'INVALID_ID'],
    ['a soft hyphen is refused', 'a\u00adb', 'INVALID_ID'],
    ['256 characters are refused', 'x'.repeat(256), 'INVALID_ID'],
  ])('%s', (_, text, code) => {
    expect(readSkuId(text)).toEqual({ ok: false, code })
  })
})

it('the example row is recognised in any letter case and dress, and only by its whole ID', () => {
  const texts = ['EXAMPLE', ' example\u200b', 'ＥＸＡＭＰＬＥ', 'EXAMPLE1', '']
  expect(texts.map(isExample)).toEqual([true, true, true, false, false])
})
