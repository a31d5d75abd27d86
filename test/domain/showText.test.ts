import { expect, it } from '@jest/globals'
import { showFileName, showText } from '../../src/domain/ids/cleanText'

it.each([
  ['a mark that turns the text around', 'orders\u202evsc.exe', 'ordersvsc.exe'],
  ['isolates and zero-width marks', '\u206612\u200b3\u2069', '123'],
  ['line ends and other control characters', 'a\r\nb\u0000c', 'a b c'],
  ['nothing strange', 'सूची 12 – ٣.csv', 'सूची 12 – ٣.csv'],
])('%s is not shown', (_, text, shown) => {
  expect(showText(text)).toBe(shown)
})

it('a file name is not longer than any file system allows', () => {
  expect(showFileName('x'.repeat(5000))).toHaveLength(255)
})
