import { WorkbookFault } from '../zip/workbookFault'
import type { Relation } from './workbookParts'
import type { ZipDirectory, ZipEntry } from '../zip/zipDirectory'

/** Finds a part by its name in lower case. */
export function findEntry(directory: ZipDirectory, name: string): ZipEntry | undefined {
  const entry = directory.get(name)
  // Programs differ in which of the two they take.
  if (entry === 'ambiguous') throw new WorkbookFault('broken')
  return entry
}

/** Finds the only part of its type. Two are refused: programs differ in which of them they take. */
export function findByType(
  relations: ReadonlyMap<string, Relation>,
  type: 'officedocument' | 'sharedstrings' | 'styles',
): Relation | undefined {
  const [first, ...others] = [...relations.values()].filter((relation) => relation.type === type)
  if (others.some(({ target }) => target !== first?.target)) throw new WorkbookFault('broken')
  return first
}
