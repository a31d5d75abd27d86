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

// Reading compares each number with each range. With more ranges, every cell counts as one with such a format.
const MOST_RANGES = 200
const ANYWHERE: CellRange = { firstRow: 1, lastRow: Infinity, firstColumn: 0, lastColumn: Infinity }
/** Stands for all further rules: nobody knows which of them applies. */
const ANY_RULE: ShownRule = {
  format: { sections: [{ section: { kind: 'words', shown: '?' } }] },
  mayShow: () => true,
}
// Characters of a condition: a number. A longer one has to be calculated.
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
 * Collects the number formats that a sheet gives to cells where a condition is met. They stand behind the rows.
 *
 * @param formats by number, without those that only show digits
 * @param rules gets the rules
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
      const operator = attributes['type'] === 'cellIs' ? (attributes['operator'] ?? '') : ''
      rule = { format, operator, formulas: [''] }
      return undefined
    },
    text(text) {
      if (isFormula && rule) addFormula(rule, text)
    },
    close(depth) {
      isFormula = false
      if (depth === 3) rule?.formulas.push('')
      if (depth !== 2 || !rule) return
      addRules(rules, ranges, rule)
      rule = undefined
    },
  }
}

function addFormula({ formulas }: OpenRule, text: string): void {
  const last = formulas.length - 1
  const formula = formulas[last]
  if (formula !== undefined && formula.length < LONGEST_FORMULA) formulas[last] = formula + text
}

function addRules(rules: ShownRule[], ranges: readonly CellRange[], rule: OpenRule): void {
  const isMet = createTest(rule)
  for (const range of ranges) {
    if (rules.length > MOST_RANGES) return
    const mayShow = (row: number, column: number, value: number) =>
      isWithin(range, row, column) && isMet(value)
    rules.push(rules.length < MOST_RANGES ? { format: rule.format, mayShow } : ANY_RULE)
  }
}

function isWithin({ firstRow, lastRow, firstColumn, lastColumn }: CellRange, row: number, column: number) {
  return row >= firstRow && row <= lastRow && column >= firstColumn && column <= lastColumn
}

/** A condition that has to be calculated may be met. */
function createTest({ operator, formulas }: OpenRule): (value: number) => boolean {
  const compare = comparisons[operator]
  const [limit = NaN, other = limit] = formulas.filter((text) => text.trim() !== '').map(Number)
  if (!compare || Number.isNaN(limit) || Number.isNaN(other)) return () => true
  return (value) => compare(value, limit, other)
}
