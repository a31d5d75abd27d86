import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from '@jest/globals'
import { findWrongImports } from '../../tools/findWrongImports'
import { areas, entries, floors } from '../../tools/house'

// That no file of `src` breaks the plan is lint: `tools/checkHouse.ts`.

const src = join(__dirname, '../../src')

/** Paths below `src`, with `/`. */
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /\.tsx?$/.test(file))

it('each folder of the plan exists, has one floor, and belongs to an area', () => {
  const folders = floors.flat()
  expect({
    gone: folders.filter((folder) => !existsSync(join(src, folder))),
    twice: folders.filter((folder, place) => folders.indexOf(folder) !== place),
    homeless: folders.filter((folder) => !areas[folder.split('/')[0] ?? '']),
    entries: entries.filter((entry) => !existsSync(join(src, entry))),
  }).toEqual({ gone: [], twice: [], homeless: [], entries: [] })
})

it('a wrong import is found, however it is written', () => {
  const planted = [
    "import { readSheet } from '../../csv/readSheet'",
    "import type { Host } from '../../host/contract'",
    "export { useSelector } from 'react-redux'",
    "import '../../app/session'",
    "const late = import('../../../mocks/oms')",
    "import {\n  a,\n} from 'antd/es/button'",
    "import { fine } from './outcome'",
    "import { below } from '../ids/cleanText'",
    "import { above } from '../sheet/sheet'",
  ].join('\n')
  expect(findWrongImports('domain/run/planted.ts', planted)).toEqual([
    'src/domain/run/planted.ts may not import ../../csv/readSheet',
    'src/domain/run/planted.ts may not import ../../host/contract',
    'src/domain/run/planted.ts may not import react-redux',
    'src/domain/run/planted.ts may not import ../../app/session',
    'src/domain/run/planted.ts may not import ../../../mocks/oms',
    'src/domain/run/planted.ts may not import antd/es/button',
    'src/domain/run/planted.ts may not import ../sheet/sheet',
  ])
})

it('features of the screen do not import each other', () => {
  const text = "import { IssuesPanel } from '../issues/IssuesPanel'"
  expect(findWrongImports('ui/history/planted.tsx', text)).toHaveLength(1)
})

it('a single file may import what its folder may not', () => {
  const text = "import { useSelector } from 'react-redux'"
  const found = ['store/hooks.ts', 'store/store.ts', 'ui/app/App.tsx', 'ui/app/Page.tsx'].flatMap((file) =>
    findWrongImports(file, text),
  )
  expect(found).toEqual([
    'src/store/store.ts may not import react-redux',
    'src/ui/app/Page.tsx may not import react-redux',
  ])
})

it('a folder without a place in the plan is named', () => {
  expect(findWrongImports('helpers/planted.ts', '')).toEqual(['src/helpers has no place in tools/house.ts'])
})

it('only the adapters touch the network', () => {
  const callers = files.filter((file) => {
    const code = readFileSync(join(src, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
    return /\bfetch\(|\bXMLHttpRequest\b|\bsendBeacon\b|\bWebSocket\b|\bEventSource\b/.test(code)
  })
  expect(callers).toEqual(['host/adapters.ts'])
})
