import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from '@jest/globals'
import { checkLicences, isAllowed } from '../../tools/licences'
import { checkNotices, writeNotices } from '../../tools/notices'
import { type Package, readPackage } from '../../tools/packages'
import type { Lock } from '../../tools/sbom'

const root = join(__dirname, '../..')

const readLock = () =>
  (JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as { packages: Lock }).packages

const invented: Package = {
  name: 'invented',
  version: '1.2.3',
  folder: 'node_modules/invented',
  licence: 'MIT',
  homepage: undefined,
  texts: ['Be kind.'],
}

it.each([
  'MIT',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  '0BSD',
  '(MIT OR GPL-3.0)',
  'MIT AND ISC',
])('lets %s in', (licence) => expect(isAllowed(licence)).toBe(true))

it.each(['GPL-3.0', 'MPL-2.0', 'UNLICENSED', 'none', 'MIT AND GPL-3.0', 'SEE LICENSE IN x', ''])(
  'keeps “%s” out',
  (licence) => {
    expect(isAllowed(licence)).toBe(false)
    expect(checkLicences([{ ...invented, licence }])[0]).toContain(
      `invented 1.2.3 has the licence ${licence}.`,
    )
  },
)

it('every package that production installs, for us and for the hosts of the tests, has a licence of the list', () => {
  const folders = Object.entries(readLock())
    .filter(
      ([folder, { dev, devOptional, link }]) =>
        /node_modules\//.test(folder) && !dev && !devOptional && !link,
    )
    .map(([folder]) => folder)
    // Builds for other systems stand in the lock alone.
    .filter((folder) => existsSync(join(root, folder)))
  expect(folders.length).toBeGreaterThan(100)
  expect(checkLicences(folders.map((folder) => readPackage(root, folder)))).toEqual([])
})

it('a text that several packages share stands once, behind all their names', () => {
  const notices = writeNotices([
    invented,
    { ...invented, name: 'other', texts: ['Be fair.'] },
    { ...invented, name: 'third' },
  ])
  expect(notices.match(/Be kind\./g)).toHaveLength(1)
  expect(notices).toMatch(
    /invented 1\.2\.3[\s\S]*third 1\.2\.3[\s\S]*Be kind\.[\s\S]*other 1\.2\.3[\s\S]*Be fair\./,
  )
})

it('refuses a package without any licence text', () => {
  expect(checkNotices([invented, { ...invented, name: 'bare', texts: [] }])).toEqual([
    expect.stringContaining('bare 1.2.3 has no file with its licence'),
  ])
})
