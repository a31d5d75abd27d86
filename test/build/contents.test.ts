import { expect, it } from '@jest/globals'
import { antdParts, checkContents } from '../../tools/contents'

/** Every part of antd that is on the list, and some of ours. */
const clean = [
  'src/plugin.tsx',
  'node_modules/react/cjs/react.production.js',
  'node_modules/antd/es/locale/en_US.js',
  ...antdParts.map((part) => `node_modules/antd/es/${part}/index.js`),
]

it('has nothing to say of what belongs there', () => {
  expect(checkContents(clean)).toEqual([])
})

it.each([
  'node_modules/moment/moment.js',
  'node_modules/dayjs/locale/de.js',
  'node_modules/react-dom/cjs/react-dom-client.development.js',
  'node_modules/msw/lib/core/index.mjs',
  'node_modules/react-refresh/runtime.js',
  'node_modules/webpack/hot/dev-server.js',
  'node_modules/antd/es/locale/de_DE.js',
  'node_modules/antd/es/select/index.js',
  'mocks/oms.ts',
  'src/standalone/DevBar.tsx',
])('names %s', (source) => {
  const said = checkContents([...clean, source])
  expect(said).toHaveLength(1)
  expect(said[0]).toContain(source.replace('node_modules/', ''))
})

it('names a package that is in twice, with both places', () => {
  const copies = [
    'node_modules/@rc-component/portal/es/a.js',
    'node_modules/x/node_modules/@rc-component/portal/es/a.js',
  ]
  expect(checkContents([...clean, ...copies])).toEqual([
    expect.stringContaining(
      '@rc-component/portal is in the artefact 2 times (node_modules/@rc-component/portal, node_modules/x/node_modules/@rc-component/portal)',
    ),
  ])
})

it('wants its list of antd’s parts to be true', () => {
  const without = clean.filter((source) => !source.includes('/antd/es/drawer/'))
  expect(checkContents(without)).toEqual([
    expect.stringContaining("antd's drawer is no longer in the artefact"),
  ])
})
