import type { CellRange } from '../../domain/sheet/sheetSight'
import { readRange } from '../parts/reference'
import type { NumberFormat } from './numberFormat'
import type { XmlVisitor } from '../zip/readXml'

/** A number format that a cell has where a condition is met. */
export interface ShownRule {
  readonly format: NumberFormat
  /** Whether the condition is met, or may be. */
  mayShow(row: number, column: number, value: number): boolean
}

// Beyond, every cell may have such a format: each number would be compared with each range.
const MOST_RANGES = 200
const ANYWHERE: CellRange = { firstRow: 1, lastRow: Infinity, firstColumn: 0, lastColumn: Infinity }
/** Nobody knows which of so many counts. */
const ANY_RULE: ShownRule = {
  format: { sections: [{ section: { kind: 'words', shown: '?' } }] },
  mayShow: () => true,
}
// Of a condition: a number, or something that has to be worked out.
const LONGEST_FORMULA = 64

const comparisons: Readonly<Record<string, (value: number, limit: number, other: number) => boolean>> = {
  lessThan: (value, limit) => value < limit,
  lessThanOrEqual: (value, limit) => value <= limit,
  greaterThan: (value, limit) => value > limit,
  greaterThanOrEqual: (value, limit) => value >= limit,
  equal: (value, limit) => value === limit,
  notEqual: (value, limit) => value !== limit,
  between: (value, limit, other) => value >= Math.min(limit, other) && value <= Math.max(limit, other),
  notBetween: (value, limit, other) => value < Math.min(limit, other) || value > Math.max(limit, other),
}

interface OpenRule {
  readonly format: NumberFormat
  readonly operator: string
  readonly formulas: string[]
}

/**
 * Collects the number formats that a sheet puts on cells where a condition is met, from behind its rows. `formats`
 * holds those that show anything but digits, by their number.
 */
export function visitConditions(formats: ReadonlyMap<number, NumberFormat>, rules: ShownRule[]): XmlVisitor {
  let ranges: readonly CellRange[] = []
  let rule: OpenRule | undefined
  let isFormula = false
  return {
    open(name, depth, attributes) {
      isFormula = depth === 3 && name === 'formula'
      if (depth === 0 || isFormula) return undefined
      if (depth === 1) {
        ranges = (attributes['sqref'] ?? '').split(/\s+/).map((text) => readRange(text) ?? ANYWHERE)
        return name === 'conditionalFormatting' ? undefined : 'skip'
      }
      const format = depth === 2 && name === 'cfRule' ? formats.get(Number(attributes['dxfId'])) : undefined
      if (!format) return 'skip'
      rule = {
        format,
        operator: attributes['type'] === 'cellIs' ? (attributes['operator'] ?? '') : '',
        formulas: [],
      }
      rule.formulas.push('')
      return undefined
    },
    text(piece) {
      const last = (rule?.formulas.length ?? 0) - 1
      const formula = rule?.formulas[last]
      if (isFormula && rule && formula !== undefined && formula.length < LONGEST_FORMULA)
        rule.formulas[last] = formula + piece
    },
    close(depth) {
      isFormula = false
      if (depth === 3) rule?.formulas.push('')
      if (depth !== 2 || !rule) return
      const isMet = createTest(rule)
      for (const range of ranges) {
        if (rules.length > MOST_RANGES) break
        const mayShow = (row: number, column: number, value: number) =>
          isWithin(range, row, column) && isMet(value)
        rules.push(rules.length < MOST_RANGES ? { format: rule.format, mayShow } : ANY_RULE)
      }
      rule = undefined
    },
  }
}

function isWithin({ firstRow, lastRow, firstColumn, lastColumn }: CellRange, row: number, column: number) {
  return row >= firstRow && row <= lastRow && column >= firstColumn && column <= lastColumn
}

/** What has to be worked out may be met. */
function createTest({ operator, formulas }: OpenRule): (value: number) => boolean {
  const compare = comparisons[operator]
  const [limit = NaN, other = limit] = formulas.filter((text) => text.trim() !== '').map(Number)
  if (!compare || Number.isNaN(limit) || Number.isNaN(other)) return () => true
  return (value) => compare(value, limit, other)
}
