/**
 * The plan of the house: which folder of `src` may import which, and which packages. Lint (`tools/checkHouse.ts`), the tests of
 * the house and `docs/architecture.md` read this one table.
 */

/**
 * Folders from the bottom to the top. A file may import from its own folder and from floors below, never from a floor above or
 * from another folder of its own floor.
 */
export const floors: readonly (readonly string[])[] = [
  ['domain/ids', 'domain/time', 'domain/lists', 'host', 'federation'],
  ['domain/run'],
  ['domain/sheet'],
  ['domain/makes', 'domain/record'],
  ['domain/row'],
  ['domain/tables', 'domain/cautions', 'domain/edit'],
  ['domain/stray'],
  ['domain/check'],
  ['xlsx/zip', 'csv/bytes', 'api/answer', 'run', 'journal/tables'],
  ['xlsx/parts', 'csv/cells', 'api/message', 'journal/plan'],
  ['xlsx/cells', 'csv/header', 'csv/report', 'api/body'],
  ['xlsx', 'csv/rows', 'api', 'journal'],
  ['csv', 'store/slices'],
  ['reading', 'store'],
  ['browser', 'store/sheet'],
  ['store/record'],
  ['store/run'],
  ['texts/locale'],
  ['texts', 'ui'],
  ['ui/frame'],
  ['ui/focus'],
  ['ui/kit', 'ui/table'],
  ['ui/intake', 'ui/issues', 'ui/cautions', 'ui/unknown', 'ui/history'],
  ['ui/run'],
  ['ui/single'],
  ['ui/app'],
  ['app', 'standalone'],
]

export interface Area {
  /** Other areas that it may import from, so far as they lie on floors below; `*` stands for all. */
  readonly areas: readonly string[]
  /** Packages that it may import: whole names, or with a `/` at the end for everything below. */
  readonly packages: readonly string[]
  /** What single files may import on top of it, by their paths below `src`. */
  readonly files?: Readonly<Record<string, readonly string[]>>
  /** What it is for, in one line. */
  readonly purpose: string
}

/** By the first folder below `src`. The entries, files in `src` itself, may import everything. */
export const areas: Readonly<Record<string, Area>> = {
  host: { areas: [], packages: [], purpose: 'what host and plugin promise each other; a host can copy it' },
  domain: {
    areas: [],
    packages: [],
    purpose: 'rows, requests, outcomes and runs, and the rules over them; pure',
  },
  federation: {
    areas: [],
    packages: ['react', '@module-federation/enhanced/runtime'],
    purpose: "what the build needs of a host's React",
  },
  xlsx: { areas: ['domain'], packages: ['fflate', 'saxes'], purpose: 'a workbook becomes records' },
  csv: {
    areas: ['domain'],
    packages: ['papaparse', '@noble/hashes/'],
    purpose: 'a text becomes a sheet, a sheet a report',
  },
  reading: {
    areas: ['domain', 'csv', 'xlsx'],
    packages: [],
    purpose: 'a file becomes a checked sheet, in a worker',
  },
  api: {
    areas: ['domain', 'host'],
    packages: [],
    purpose: "a request goes out through the host's client; its answer becomes an outcome",
  },
  run: {
    areas: ['domain'],
    packages: [],
    purpose: 'the loop: one request after the other, with its pace and its pauses',
  },
  journal: {
    areas: ['domain'],
    packages: ['idb', '@noble/hashes/'],
    purpose: 'the record of runs on the disk: intent before a call, outcome after it',
  },
  browser: {
    areas: ['domain', 'host', 'run', 'store'],
    packages: [],
    purpose: 'what only a page has: locks, channels between tabs, network, visibility, downloads',
  },
  store: {
    areas: ['domain', 'csv', 'run'],
    packages: ['@reduxjs/toolkit'],
    files: { 'store/hooks.ts': ['react-redux'] },
    purpose: 'the state of the screen, and the flows that change it',
  },
  texts: {
    areas: ['domain', 'csv', 'store'],
    packages: [],
    purpose: 'every word that is seen, in each language; no React',
  },
  ui: {
    areas: ['domain', 'csv', 'store', 'texts'],
    packages: ['react', 'antd', '@ant-design/icons-svg/', '@tanstack/react-virtual'],
    files: {
      'ui/app/App.tsx': ['react-redux', '@ant-design/cssinjs', '@ant-design/icons/es/components/Context'],
      'ui/app/styleText.ts': ['antd/dist/antd.css'],
    },
    purpose: 'the screen',
  },
  app: {
    areas: ['*'],
    packages: [],
    files: {
      'app/manifest.ts': ['../../package.json'],
      'app/stage.ts': ['react', 'react-dom/client'],
    },
    purpose: 'the composition root: one session for each user, its services and settings',
  },
  standalone: { areas: [], packages: ['react', 'antd'], purpose: 'the dev page; no part of the product' },
}

/** The files that may lie in `src` itself. */
export const entries: readonly string[] = [
  'SubOrderCancellation.ts',
  'exposed.cjs',
  'index.ts',
  'plugin.tsx',
  'standalone.tsx',
]

/** More than this and nobody finds a file by reading its folder. */
export const maxFilesInFolder = 25
