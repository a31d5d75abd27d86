import { WorkbookFault } from '../zip/workbookFault'
import type { Relation } from './workbookParts'
import type { ZipDirectory, ZipEntry } from '../zip/zipDirectory'

/** A part by its name in lower case. */
export function findEntry(directory: ZipDirectory, name: string): ZipEntry | undefined {
  const entry = directory.get(name)
  // Each program would take another one of the two.
  if (entry === 'ambiguous') throw new WorkbookFault('broken')
  return entry
}

/** The one part of its kind; two are refused: programs differ in which one they take. */
export function findByType(
  relations: ReadonlyMap<string, Relation>,
  type: 'officedocument' | 'sharedstrings' | 'styles',
): Relation | undefined {
  const [first, ...others] = [...relations.values()].filter((relation) => relation.type === type)
  if (others.some(({ target }) => target !== first?.target)) throw new WorkbookFault('broken')
  return first
}
