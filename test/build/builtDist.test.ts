import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, it } from '@jest/globals'
import { digestSources, isBuilt, provideDist, recordBuild } from '../../webpack/builtDist'

let root = ''

function write(file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true })
  writeFileSync(join(root, file), text)
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'built-dist-'))
  write('src/plugin.tsx', 'one')
  write('src/ui/app/Page.tsx', 'two')
  write('package-lock.json', '{}')
  write('node_modules/.package-lock.json', '{}')
  write('dist/remoteEntry.js', 'built')
  recordBuild(root, digestSources(root))
  // In the place of webpack's own: a build is not what these tests are about.
  write('node_modules/webpack-cli/bin/cli.js', "console.log('built anew'); process.exitCode = 1")
})

afterEach(() => rmSync(root, { recursive: true, force: true }))

it('a dist of the same sources is taken as it is', async () => {
  expect(isBuilt(root)).toBe(true)
  expect(await provideDist(root)).toBe(join(root, 'dist'))
})

const changes: Readonly<Record<string, () => void>> = {
  'a source was changed': () => write('src/plugin.tsx', 'three'),
  'a source is new': () => write('webpack/New.ts', ''),
  'a source is gone': () => rmSync(join(root, 'src/ui/app/Page.tsx')),
  'text went from one source into the next': () => {
    write('src/plugin.tsx', 'onetwo')
    write('src/ui/app/Page.tsx', '')
  },
  'other packages are installed': () => write('node_modules/.package-lock.json', '{"packages":{}}'),
  'a built file was changed': () => write('dist/remoteEntry.js', 'by hand'),
  'a built file is gone': () => rmSync(join(root, 'dist/remoteEntry.js')),
  'dist is gone': () => rmSync(join(root, 'dist'), { recursive: true }),
  'no build is known': () => rmSync(join(root, '.build/dist.json')),
}

it.each(Object.keys(changes))('where %s it is built anew', async (name) => {
  changes[name]?.()
  expect(isBuilt(root)).toBe(false)
  await expect(provideDist(root)).rejects.toThrow('built anew')
})

it('a source that is changed in the midst of a build makes that build stale', () => {
  const before = digestSources(root)
  write('src/plugin.tsx', 'saved while webpack was at work')
  recordBuild(root, before)
  expect(isBuilt(root)).toBe(false)
})

it('a turn of a process that was killed is taken over', async () => {
  // No system gives so high a number to a process.
  write('.build/dist.lock', '999999999')
  expect(await provideDist(root)).toBe(join(root, 'dist'))
})
