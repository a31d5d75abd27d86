import { posix } from 'node:path'
import { areas, floors } from './house'

/** Every module that a file names: `import`, `export … from`, `import()`, `require()`, types included. */
function findSpecifiers(text: string): string[] {
  const pattern = /(?:\bfrom\s*|\bimport\s*\(?\s*|\brequire\s*\(\s*)(['"])([^'"\n]+)\1/g
  return [...text.matchAll(pattern)].map((match) => match[2] ?? '')
}

/** The folder of a path below `src`: empty for an entry. */
export function folderOf(file: string): string {
  const folder = posix.dirname(file)
  return folder === '.' ? '' : folder
}

const areaOf = (folder: string) => folder.split('/')[0] ?? ''
const floorOf = (folder: string) => floors.findIndex((floor) => floor.includes(folder))

function isFolderAllowed(from: string, to: string): boolean {
  if (from === to) return true
  const allowed = new Set([areaOf(from), ...(areas[areaOf(from)]?.areas ?? [])])
  return (allowed.has('*') || allowed.has(areaOf(to))) && floorOf(to) < floorOf(from)
}

function isPackageAllowed(file: string, name: string): boolean {
  const area = areas[areaOf(folderOf(file))]
  const allowed = [...(area?.packages ?? []), ...(area?.files?.[file] ?? [])]
  return allowed.some((packed) => (packed.endsWith('/') ? name.startsWith(packed) : name === packed))
}

function isAllowed(file: string, specifier: string): boolean {
  if (isPackageAllowed(file, specifier)) return true
  if (!specifier.startsWith('.')) return false
  const target = posix.join('src', posix.dirname(file), specifier)
  return target.startsWith('src/') && isFolderAllowed(folderOf(file), folderOf(target.slice('src/'.length)))
}

/**
 * Finds imports that the plan of the house does not allow.
 *
 * @param file path below `src`, with `/`
 * @returns one sentence for each; empty for an entry and for the dev page, which may import everything
 */
export function findWrongImports(file: string, text: string): string[] {
  const folder = folderOf(file)
  if (folder === '' || folder === 'standalone') return []
  if (floorOf(folder) < 0) return [`src/${folder} has no place in tools/house.ts`]
  return findSpecifiers(text)
    .filter((specifier) => !isAllowed(file, specifier))
    .map((specifier) => `src/${file} may not import ${specifier}`)
}
