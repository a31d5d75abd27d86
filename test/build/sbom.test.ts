import { expect, it } from '@jest/globals'
import type { Package } from '../../tools/packages'
import { checkLocked, createSbom, type Lock } from '../../tools/sbom'
import { checkSbom } from './checkSbom'

const create = (name: string, folder: string): Package => ({
  name,
  version: '1.2.3',
  folder,
  licence: 'MIT',
  homepage: undefined,
  texts: ['Be kind.'],
})

const packages = [
  create('@ant-design/icons', 'node_modules/@ant-design/icons'),
  create('antd', 'node_modules/antd'),
  create('clsx', 'node_modules/antd/node_modules/clsx'),
]

const integrity = `sha512-${Buffer.alloc(64, 1).toString('base64')}`

const lock: Lock = {
  '': { dependencies: { antd: '1.2.3' }, devDependencies: { webpack: '5' } },
  'node_modules/@ant-design/icons': { version: '1.2.3', integrity },
  'node_modules/antd': {
    version: '1.2.3',
    integrity,
    dependencies: { clsx: '^1', '@ant-design/icons': '^1' },
  },
  'node_modules/antd/node_modules/clsx': { version: '1.2.3', integrity },
  'node_modules/clsx': { version: '9.0.0', integrity },
}

const product = { name: 'sub-order-cancellation', version: '0.1.0' }

it('is a bill of materials as CycloneDX 1.6 wants it', () => {
  expect(checkSbom(createSbom(product, packages, lock))).toEqual([])
})

it('says of each package what it is, by whose licence, and with which hash', () => {
  expect(createSbom(product, packages, lock).components[0]).toEqual({
    type: 'library',
    'bom-ref': 'pkg:npm/%40ant-design/icons@1.2.3',
    group: '@ant-design',
    name: 'icons',
    version: '1.2.3',
    hashes: [{ alg: 'SHA-512', content: '01'.repeat(64) }],
    licenses: [{ license: { id: 'MIT' } }],
    purl: 'pkg:npm/%40ant-design/icons@1.2.3',
  })
})

it('says who needs whom, as Node finds it', () => {
  expect(createSbom(product, packages, lock).dependencies).toEqual([
    { ref: 'pkg:npm/sub-order-cancellation@0.1.0', dependsOn: ['pkg:npm/antd@1.2.3'] },
    { ref: 'pkg:npm/%40ant-design/icons@1.2.3', dependsOn: [] },
    { ref: 'pkg:npm/antd@1.2.3', dependsOn: ['pkg:npm/%40ant-design/icons@1.2.3', 'pkg:npm/clsx@1.2.3'] },
    { ref: 'pkg:npm/clsx@1.2.3', dependsOn: [] },
  ])
})

it('gives the same for the same, and another serial number for something else', () => {
  const first = createSbom(product, packages, lock)
  expect(createSbom(product, packages, lock)).toEqual(first)
  expect(createSbom(product, packages.slice(1), lock).serialNumber).not.toBe(first.serialNumber)
})

it('names a package that is not what the lock file says', () => {
  const changed = packages.map((one) => (one.name === 'antd' ? { ...one, version: '6.6.6' } : one))
  expect(checkLocked(packages, lock)).toEqual([])
  expect(checkLocked(changed, lock)).toEqual([expect.stringContaining('antd 6.6.6 in node_modules/antd')])
})

it('is refused by the schema where it is wrong', () => {
  const sbom = createSbom(product, packages, lock)
  expect(checkSbom({ ...sbom, components: [{ type: 'thing', name: 'x' }] })).not.toEqual([])
})
