import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'

// The toolkit's own checks of the state take longer than all the rest; the store's tests have them.
process.env.NODE_ENV = 'production'

const PAGE = 'docs/reliability.md'
const BEGIN = '<!-- matrix: written by MATRIX=write jest test/model/matrix -->\n'
const END = '\n<!-- end of matrix -->'

test('every fault at every moment keeps the laws, and ends as docs/reliability.md says', async () => {
  const { drawMatrix } = await import('./matrix')
  const matrix = await drawMatrix()
  expect(matrix).not.toContain('BROKEN')
  const [before = '', rest = ''] = readFileSync(PAGE, 'utf8').split(BEGIN)
  const [, after = ''] = rest.split(END)
  if (process.env.MATRIX === 'write') writeFileSync(PAGE, before + BEGIN + matrix + END + after)
  expect(readFileSync(PAGE, 'utf8')).toContain(BEGIN + matrix + END)
}, 60_000)
