import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, it } from '@jest/globals'
import webpack from 'webpack'
import { ArtefactCheck } from '../../webpack/ArtefactCheck'

let root = ''

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'artefact-check-'))
})

afterEach(() => rmSync(root, { recursive: true, force: true }))

function write(file: string, content: unknown): void {
  mkdirSync(dirname(join(root, file)), { recursive: true })
  writeFileSync(join(root, file), typeof content === 'string' ? content : JSON.stringify(content))
}

/** A build that takes a package along. @param licence of it @param kb of its budget */
async function buildWith(licence: string, kb: number): Promise<string[]> {
  write('src/main.js', "import { text } from 'much'\ndocument.title = text\n")
  write('node_modules/much/package.json', {
    name: 'much',
    version: '1.0.0',
    license: licence,
    main: 'index.js',
  })
  write('node_modules/much/index.js', `export const text = '${'much '.repeat(500)}'\n`)
  write('node_modules/much/LICENSE', 'Be kind.')
  write('node_modules/webpack/package.json', { name: 'webpack', version: '5.0.0', license: 'MIT' })
  write('node_modules/webpack/LICENSE', 'Be kind.')
  const locked = { 'node_modules/much': { version: '1.0.0' }, 'node_modules/webpack': { version: '5.0.0' } }
  const integrity = 'sha512-AAAA'
  const packages = Object.entries(locked).map(([folder, one]) => [folder, { ...one, integrity }])
  write('package-lock.json', { packages: Object.fromEntries(packages) })
  write('budgets.json', {
    groups: {
      'own code': { packages: [] },
      much: { packages: ['much'], raw: kb },
      rest: { packages: ['webpack'] },
    },
    loads: { all: { chunks: ['main'] } },
  })
  const stats = await new Promise<webpack.Stats | undefined>((done, fail) => {
    webpack(
      {
        mode: 'production',
        context: root,
        entry: { main: './src/main.js' },
        output: { path: join(root, 'dist') },
        optimization: { minimize: false },
        plugins: [new ArtefactCheck(root)],
      },
      (error, result) => (error ? fail(error) : done(result)),
    )
  })
  const faults = stats?.toJson({ all: false, errors: true }).errors ?? []
  // The list of antd's parts is of the real artefact.
  return faults.map(({ message }) => message).filter((message) => !message.startsWith("antd's"))
}

it('a build within its budgets and with licences of the list is let through', async () => {
  expect(await buildWith('MIT', 5)).toEqual([])
})

it('a build over its budget fails, says of what and by how much, and leaves nothing behind', async () => {
  expect(await buildWith('MIT', 2)).toEqual([
    expect.stringMatching(/^much is 0\.5 kB over its budget: 2\.5 kB raw/),
  ])
  expect(readdirSync(root)).not.toContain('dist')
})

it('a build with a licence that is not on the list fails', async () => {
  expect(await buildWith('GPL-3.0-only', 5)).toEqual([
    expect.stringContaining('much 1.0.0 has the licence GPL-3.0-only'),
  ])
})
