import type { XmlVisitor } from './readXml'
import { WorkbookFault } from './workbookFault'

/** What a part points to. */
export interface Relation {
  /** The last word of its type: standards of different years begin differently. */
  readonly type: string
  /** The name inside the zip, in lower case. */
  readonly target: string
}

/** A sheet as the workbook lists it, hidden ones and charts included. */
export interface ListedSheet {
  readonly name: string
  readonly isHidden: boolean
  readonly relation: string
}

/** What the main part tells. */
export interface FoundWorkbook {
  readonly sheets: ListedSheet[]
  /** Dates are days since 1904, as on old Macs. */
  isFrom1904: boolean
}

// Excel knows some 65,000 styles and as many sheets as the memory holds.
export const MAX_LISTED = 100_000

/** Where a part's relations stand in the zip. */
export function nameRelations(part: string): string {
  const slash = part.lastIndexOf('/') + 1
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`
}

/** Collects what a part points to, by the ID that the part uses for it. */
export function visitRelations(part: string, relations: Map<string, Relation>): XmlVisitor {
  return {
    open(name, depth, { Id, Type, Target, TargetMode }) {
      if (depth === 0 && name === 'Relationships') return undefined
      const isInside = depth === 1 && name === 'Relationship' && TargetMode !== 'External'
      if (!isInside || Id === undefined || Type === undefined || Target === undefined) return 'skip'
      if (relations.size >= MAX_LISTED) throw new WorkbookFault('too-large')
      relations.set(Id, { type: Type.slice(Type.lastIndexOf('/') + 1), target: resolveTarget(part, Target) })
      return undefined
    },
  }
}

/** Collects the sheets of the main part; throws `no-workbook` where it is the main part of something else. */
export function visitWorkbook(found: FoundWorkbook): XmlVisitor {
  return {
    open(name, depth, attributes) {
      if (depth === 0 && name !== 'workbook') throw new WorkbookFault('no-workbook')
      if (depth === 0 || (depth === 1 && name === 'sheets')) return undefined
      if (depth === 1 && name === 'workbookPr') found.isFrom1904 = isTrue(attributes['date1904'])
      if (depth !== 2 || name !== 'sheet') return 'skip'
      if (found.sheets.length >= MAX_LISTED) throw new WorkbookFault('too-large')
      const relation = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? ''
      const isHidden = ['hidden', 'veryHidden'].includes(attributes['state'] ?? '')
      found.sheets.push({ name: attributes['name'] ?? '', isHidden, relation })
      return undefined
    },
  }
}

/** How XML says yes. */
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
