import { cautions } from './cautions'
import { countsBelow } from './countsBelow'
import { damagedIds } from './damagedIds'
import { encodings } from './encodings'
import { headers } from './headers'
import { lineGroups } from './lineGroups'
import { lineItems } from './lineItems'
import { otherFiles } from './otherFiles'
import { quotesAndReports } from './quotesAndReports'
import type { SheetCase } from './sheetCase'
import { shortRows } from './shortRows'
import { structure } from './structure'
import { swallowedRows } from './swallowedRows'
import { workbooks } from './workbooks'

/** The cases, by folder of `test/fixtures/sheets`. */
export const ALL_CASES: ReadonlyMap<string, readonly SheetCase[]> = new Map([
  ['encodings', encodings],
  ['headers', headers],
  ['structure', structure],
  ['damaged-ids', damagedIds],
  ['cautions', cautions],
  ['quotes-and-reports', quotesAndReports],
  ['line-items', lineItems],
  ['other-files', otherFiles],
  ['workbooks', workbooks],
  ['counts-below', countsBelow],
  ['swallowed-rows', swallowedRows],
  ['line-groups', lineGroups],
  ['short-rows', shortRows],
])
