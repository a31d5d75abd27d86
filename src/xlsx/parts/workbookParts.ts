import type { XmlVisitor } from '../zip/readXml'
import { WorkbookFault } from '../zip/workbookFault'

/** A link from a part to another part. */
export interface Relation {
  /** The last word of the type, in lower case: the beginning differs between editions of the standard. */
  readonly type: string
  /** The name of the part, in lower case. */
  readonly target: string
}

/** A sheet in the list of the workbook, which includes hidden sheets and charts. */
export interface ListedSheet {
  readonly name: string
  readonly isHidden: boolean
  readonly relation: string
}

/** The contents of the main part. */
export interface FoundWorkbook {
  readonly sheets: ListedSheet[]
  /** Dates count days from 1904, as on old Macs. */
  isFrom1904: boolean
  /**
   * Results of formulas are out of date: Excel calculates them when it opens the workbook, or has not finished
   * calculating.
   */
  isStale: boolean
}

// Excel has no limit for sheets, LibreOffice 10,000. Each has a relation, and may have pictures and links.
const MAX_SHEETS = 10_000
const MAX_RELATIONS = 100_000
// Characters; Excel takes 31, other programs more.
const LONGEST_NAME = 255

/** The name of the part with the relations of a part. */
export function nameRelations(part: string): string {
  const slash = part.lastIndexOf('/') + 1
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`
}

/**
 * Collects the relations of a part by their IDs. Two relations with the same ID are refused: programs differ in which
 * of them they take.
 */
export function visitRelations(part: string, relations: Map<string, Relation>): XmlVisitor {
  const ids = new Set<string>()
  return {
    open(name, depth, { Id, Type, Target, TargetMode }) {
      if (depth === 0 && name === 'Relationships') return undefined
      if (depth !== 1 || name !== 'Relationship' || Id === undefined) return 'skip'
      if (ids.has(Id)) throw new WorkbookFault('broken')
      if (ids.size >= MAX_RELATIONS) throw new WorkbookFault('too-large')
      ids.add(Id)
      if (TargetMode === 'External' || Type === undefined || Target === undefined) return 'skip'
      relations.set(Id, {
        type: Type.slice(Type.lastIndexOf('/') + 1).toLowerCase(),
        target: resolveTarget(part, Target),
      })
      return undefined
    },
  }
}

/** Collects the sheets of the main part; throws `no-workbook` where the main part is no workbook. */
export function visitWorkbook(found: FoundWorkbook): XmlVisitor {
  const parts = new Set<string>()
  return {
    open(name, depth, attributes) {
      if (depth === 0 && name !== 'workbook') throw new WorkbookFault('no-workbook')
      if (depth === 0) return undefined
      if (depth === 1 && name === 'calcPr') found.isStale ||= isStale(attributes)
      if (depth === 1 && (name === 'sheets' || name === 'workbookPr')) {
        if (parts.has(name)) throw new WorkbookFault('broken')
        parts.add(name)
        if (name === 'sheets') return undefined
        found.isFrom1904 = isTrue(attributes['date1904'])
      }
      if (depth !== 2 || name !== 'sheet') return 'skip'
      if (found.sheets.length >= MAX_SHEETS) throw new WorkbookFault('too-large')
      found.sheets.push(readListed(attributes))
      return undefined
    },
  }
}

function readListed(attributes: Readonly<Record<string, string>>): ListedSheet {
  const { name = '', state = '' } = attributes
  const [relation = '', ...others] = Object.keys(attributes).filter((key) => key.endsWith(':id'))
  if (name.length > LONGEST_NAME || others.length > 0) throw new WorkbookFault('broken')
  const isHidden = state === 'hidden' || state === 'veryHidden'
  return { name, isHidden, relation: attributes[relation] ?? '' }
}

function isStale({ fullCalcOnLoad, calcCompleted }: Readonly<Record<string, string>>): boolean {
  return isTrue(fullCalcOnLoad) || calcCompleted === '0' || calcCompleted === 'false'
}

/** Whether an attribute is true. */
export function isTrue(text: string | undefined): boolean {
  return text === '1' || text === 'true'
}

function resolveTarget(part: string, target: string): string {
  const steps = target.startsWith('/') ? [] : part.split('/').slice(0, -1)
  for (const step of target.replaceAll('\\', '/').split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/').toLowerCase()
}
