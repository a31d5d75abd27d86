import { byDamage, byReport, byTest, type Mutant } from './mutant'

/** What a table is, where it begins and ends, and on which tab. */
export const tableMutants: readonly Mutant[] = [
  {
    name: 'lines below another heading are read by the old header',
    file: 'src/domain/check/checkLineRows.ts',
    find: 'const elsewhere = watch.look(row, checked.issue)',
    replace: 'const elsewhere = undefined as ReturnType<typeof watch.look>',
    caughtBy: byDamage('a joined file with its columns in another order'),
  },
  {
    name: 'sub-orders below another heading are read by the old header',
    file: 'src/domain/check/checkWholes.ts',
    find: 'const elsewhere = watch.look(row, finding.issue)',
    replace: 'const elsewhere = undefined as ReturnType<typeof watch.look>',
    caughtBy: byDamage('a joined file with its columns in another order'),
  },
  {
    name: 'the first row that names the ID is the header',
    file: 'src/csv/header/findHeader.ts',
    find: 'chooseHeader([candidate, ...others], request.idRule)',
    replace: 'chooseHeader([candidate], request.idRule)',
    caughtBy: byReport('C03b'),
  },
  {
    name: 'line items under names that are not ours are whole sub-orders',
    file: 'src/csv/cells/findColumns.ts',
    find: '(hasSku && speaksOfLines) || headsLines(header)',
    replace: 'hasSku && speaksOfLines',
    caughtBy: byDamage('a file on the other tab'),
  },
  {
    name: 'HTML begins with a declaration',
    file: 'src/csv/bytes/isMarkup.ts',
    find: 'if (declaration.test(text) || knownTag.test(text) || otherTag.test(text)) return true',
    replace: 'if (declaration.test(text)) return true',
    caughtBy: byDamage('HTML around it'),
  },
  {
    name: 'each line of a page that was copied is an ID',
    file: 'src/csv/header/findHeader.ts',
    find: 'if (hasCellsInLines(held, choice?.header?.row, { names, rule }))',
    replace: 'if (held.length === 0 && hasCellsInLines(held, choice?.header?.row, { names, rule }))',
    caughtBy: byTest(
      'test/csv/headings.test.ts',
      'a table with each cell in a line of its own is refused › a line-item table',
    ),
  },
  {
    name: 'a byte order mark as letters is part of the header',
    file: 'src/csv/bytes/byteOrderMarks.ts',
    find: String.raw`|\u00ef\u00bb\u00bf|\u043f`,
    replace: String.raw`|\u043f`,
    caughtBy: byDamage('a byte order mark as letters'),
  },
  {
    name: 'rows packed in a cell are several IDs',
    file: 'src/csv/rows/takeRecords.ts',
    find: 'packing = findPacking(held, request)',
    replace: 'packing = held.length === 0 ? findPacking(held, request) : undefined',
    caughtBy: byReport('C22'),
  },
]
