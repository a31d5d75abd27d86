import { byDamage, type Mutant } from './mutant'

/** Rows that are sent though other rows, or their own shape, speak against it. */
export const linesMutants: readonly Mutant[] = [
  {
    name: 'a sub-order is sent without its bad lines',
    file: 'src/domain/check/checkSubOrder.ts',
    find: 'if (badRow === undefined) return lineItems',
    replace: 'if (badRow === undefined || lineItems.length > 0) return lineItems',
    caughtBy: byDamage('a quantity that is none'),
  },
  {
    name: 'no sub-order is skipped for a row whose cells cannot be told apart',
    file: 'src/domain/row/joinMentions.ts',
    find: 'if (isShapeless) return new Set(mentionIds(sheet, row))',
    replace: 'if (isShapeless) return new Set()',
    caughtBy: byDamage('a cell too many'),
  },
  {
    name: 'a sub-order is sent as often as it stands there',
    file: 'src/domain/check/checkWholes.ts',
    find: 'else if (firstRow !== undefined) {',
    replace: 'else if (firstRow === -1) {',
    caughtBy: byDamage('a row twice'),
  },
  {
    name: 'a line is sent as often as it stands there',
    file: 'src/domain/check/checkSubOrder.ts',
    find: "if (firstRow !== undefined) return { code: 'DUPLICATE_LINE', otherRow: firstRow }",
    replace: '',
    caughtBy: byDamage('a row twice'),
  },
  {
    name: 'a cell too many is left off',
    file: 'src/domain/sheet/rowShape.ts',
    find: "if (cells.length > width && !cells.slice(width).every(isBlank)) return 'TOO_MANY_COLUMNS'",
    replace: '',
    caughtBy: byDamage('a cell too many'),
  },
  {
    name: 'decimals of a quantity are cut off',
    file: 'src/domain/ids/quantity.ts',
    find: String.raw`const wholeNumber = /^(\d+)(?:\.0+)?$/`,
    replace: String.raw`const wholeNumber = /^(\d+)(?:\.\d+)?$/`,
    caughtBy: byDamage('a quantity that is none'),
  },
  {
    name: 'a thousand is one',
    file: 'src/domain/ids/quantity.ts',
    find: 'const digits = grouped.test(cleaned) ? undefined : wholeNumber.exec(cleaned)?.[1]',
    replace: 'const digits = wholeNumber.exec(cleaned)?.[1]',
    caughtBy: byDamage('a quantity that is none'),
  },
]
