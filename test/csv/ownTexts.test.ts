import { expect, it } from '@jest/globals'
import { guardCell } from '../../src/csv/cells/formulaGuard'
import { english } from '../../src/texts/english'

it('no text of the issues that we write needs a guard: it reads in a file as on the screen', () => {
  const texts = Object.entries(english.issue)
  const guarded = [',', ';', '\t', '|'].flatMap((delimiter) =>
    texts.flatMap(([key, text]) => (guardCell(text, delimiter) === text ? [] : [key])),
  )
  expect({ count: texts.length > 0, guarded }).toEqual({ count: true, guarded: [] })
})
