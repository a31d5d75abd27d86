import { posix } from 'node:path'

/** A file by its path, with `/`. */
type Files = ReadonlyMap<string, string>

/** The names that an import of a style sheet has in one file. */
interface SheetImport {
  readonly sheet: string
  /** Of `import * as styles`. */
  readonly name: string | undefined
  /** Whether the text of the sheet is imported too. */
  readonly hasText: boolean
}

/** Custom properties that antd declares. */
const OF_ANTD = /^--soc-(color|font)-/

const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\//g, '')

/** Every class that a selector of the sheet names. */
function findClasses(sheet: string): Set<string> {
  const text = withoutComments(sheet).replace(/"[^"]*"|'[^']*'/g, '""')
  const selectors = [...text.matchAll(/([^{};]*)\{/g)].map(([, selector = '']) => selector.trim())
  return new Set(
    selectors
      .filter((selector) => !selector.startsWith('@'))
      .flatMap((selector) => [...selector.matchAll(/\.([a-zA-Z_][\w-]*)/g)].map(([, name = '']) => name)),
  )
}

function findSheetImports(path: string, text: string): SheetImport[] {
  const pattern = /import\s+(?:(\w+)\s*,?\s*)?(?:\*\s+as\s+(\w+)\s+)?from\s+'([^']+\.module\.css)'/g
  return [...text.matchAll(pattern)].map(([, whole, name, specifier = '']) => ({
    sheet: posix.join(posix.dirname(path), specifier),
    name,
    hasText: whole !== undefined,
  }))
}

const findMembers = (text: string, name: string) =>
  [...text.matchAll(new RegExp(`(?<![\\w./])${name}\\.(\\w+)`, 'g'))].map(([, member = '']) => member)

/** What the components take from the sheets: the faults in it, and the classes by sheet. */
function readComponents(sheets: Files, components: Files) {
  const used = new Map([...sheets.keys()].map((sheet) => [sheet, new Set<string>()]))
  const withText = new Set<string>()
  const faults: string[] = []
  for (const [path, text] of components) {
    for (const { sheet, name, hasText } of findSheetImports(path, text)) {
      if (hasText) withText.add(sheet)
      if (name === undefined) continue
      const classes = findClasses(sheets.get(sheet) ?? '')
      const members = findMembers(text, name)
      for (const member of members) used.get(sheet)?.add(member)
      for (const member of new Set(members)) {
        if (!classes.has(member)) faults.push(`${path}: ${sheet} has no class ${member}`)
      }
      if (text.includes(`${name}[`))
        faults.push(`${path}: ${name}[…] hides which classes of ${sheet} are used`)
    }
  }
  return { used, withText, faults }
}

/** Classes of two sheets: the build tells classes apart by their names alone. */
function findTwins(sheets: Files): string[] {
  const homes = new Map<string, string>()
  return [...sheets].flatMap(([sheet, text]) =>
    [...findClasses(text)].flatMap((name) => {
      const home = homes.get(name)
      homes.set(name, sheet)
      return home === undefined ? [] : [`${sheet}: ${home} has a class ${name} too`]
    }),
  )
}

/** Custom properties that no sheet declares, or that no sheet uses. */
function findWrongProperties(sheets: Files): string[] {
  const declared = new Map<string, string>()
  const used = new Map<string, { sheet: string; isNeeded: boolean }>()
  for (const [sheet, text] of sheets) {
    const rules = withoutComments(text)
    for (const [, name = ''] of rules.matchAll(/(?<=[{;\s])(--[\w-]+)\s*:/g)) declared.set(name, sheet)
    for (const [, name = '', end] of rules.matchAll(/var\(\s*(--[\w-]+)\s*([,)])/g)) {
      used.set(name, { sheet, isNeeded: end === ')' || used.get(name)?.isNeeded === true })
    }
  }
  return [
    ...[...used]
      .filter(([name, { isNeeded }]) => isNeeded && !declared.has(name) && !OF_ANTD.test(name))
      .map(([name, { sheet }]) => `${sheet}: no sheet declares ${name}`),
    ...[...declared]
      .filter(([name]) => !used.has(name))
      .map(([name, sheet]) => `${sheet}: no sheet uses ${name}`),
  ]
}

/**
 * Finds classes and custom properties that are misspelt, no longer used, or named twice.
 *
 * @param sheets the `*.module.css`
 * @param components every file that may import them
 * @returns one sentence for each fault
 */
export function findWrongStyles(sheets: Files, components: Files): string[] {
  const { used, withText, faults } = readComponents(sheets, components)
  const unused = [...sheets].flatMap(([sheet, text]) =>
    [...findClasses(text)]
      .filter((name) => !used.get(sheet)?.has(name))
      .map((name) => `${sheet}: no component uses .${name}`),
  )
  const unshown = [...sheets.keys()]
    .filter((sheet) => !withText.has(sheet))
    .map((sheet) => `${sheet}: its text is not on the page`)
  return [...faults, ...unused, ...unshown, ...findTwins(sheets), ...findWrongProperties(sheets)]
}
