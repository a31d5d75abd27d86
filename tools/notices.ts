import type { Package } from './packages'

const LINE = '='.repeat(80)

const head = ({ name, version, licence, homepage }: Package) =>
  [`${name} ${version}`, `Licence: ${licence}`, ...(homepage === undefined ? [] : [homepage])].join('\n')

/** The licence texts of all that is in the artefact. A text that several packages share stands once, behind their names. */
export function writeNotices(packages: readonly Package[]): string {
  const byText = new Map<string, Package[]>()
  for (const one of packages) {
    const text = one.texts.join('\n\n')
    byText.set(text, [...(byText.get(text) ?? []), one])
  }
  const parts = [...byText].map(([text, owners]) => `${owners.map(head).join('\n\n')}\n\n${text}`)
  return `${[`This product contains code of ${packages.length} packages, under the licences below.`, ...parts].join(`\n\n${LINE}\n`)}\n`
}

/** A licence asks that its text goes along: a package that brings none cannot be shipped like that. */
export function checkNotices(packages: readonly Package[]): string[] {
  return packages
    .filter(({ texts }) => texts.length === 0)
    .map(
      ({ name, version }) =>
        `${name} ${version} has no file with its licence, so that none can go along. Put the text of its repository into tools/licenceTexts.ts, or take another package.`,
    )
}
