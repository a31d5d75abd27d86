import { expect, it } from '@jest/globals'
import { encode } from '@jridgewell/sourcemap-codec'
import { cleanSource, GLUE, traceCode } from '../../tools/traceCode'

it('takes a file’s path out of the names that webpack gives', () => {
  expect(
    cleanSource('webpack://./node_modules/css-loader/dist/cjs.js??a[1]!./src/ui/run/run.module.css'),
  ).toBe('src/ui/run/run.module.css')
  expect(cleanSource('webpack://javascript/esm|./node_modules/idb/build/index.js')).toBe(
    'node_modules/idb/build/index.js',
  )
  expect(cleanSource('webpack/runtime/load script')).toBe('webpack/runtime/load script')
})

it('gives every character to the file that the map names last before it', () => {
  const mappings = encode([
    [
      [2, 0, 0, 0],
      [5, 1, 0, 0],
      [6, 0, 3, 0],
    ],
    [[1], [3, 1, 0, 0]],
  ])
  const traced = traceCode('((aaabaa\n)--bb', { sources: ['webpack://./a.js', 'webpack://./b.js'], mappings })
  expect(Object.fromEntries(traced)).toEqual({
    'a.js': 'aaaaa\n'.slice(0, 6),
    'b.js': 'bbb',
    [GLUE]: '(()--',
  })
  expect([...traced.values()].join('')).toHaveLength('((aaabaa\n)--bb'.length)
})
