import type { Package } from './packages'

/** What may be shipped to anybody without asking: all ask for their notice alone. */
const ALLOWED = new Set(['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', '0BSD'])

/** Packages that may be in for a reason of their own, by name. None so far. */
const EXCEPTIONS: Readonly<Record<string, string>> = {}

/** Of a choice (`A OR B`) one must be allowed; of several at once (`A AND B`) all of them. Nothing else is read. */
export function isAllowed(licence: string): boolean {
  const bare = licence.replace(/^\((.*)\)$/, '$1')
  if (bare.includes(' OR ')) return bare.split(' OR ').some((one) => ALLOWED.has(one))
  return bare.split(' AND ').every((one) => ALLOWED.has(one))
}

/** @returns one line for each package that must not be shipped as it is */
export function checkLicences(packages: readonly Pick<Package, 'name' | 'version' | 'licence'>[]): string[] {
  return packages
    .filter(({ name, licence }) => !isAllowed(licence) && !(name in EXCEPTIONS))
    .map(
      ({ name, version, licence }) =>
        `${name} ${version} has the licence ${licence}. Allowed are ${[...ALLOWED].join(', ')}. Take another package, or give it a reason in tools/licences.ts.`,
    )
}
