import type { CautionCode } from '../../src/domain/sheet/caution'
import type { IssueCode } from '../../src/domain/ids/issueCode'
import type { IssueHint } from '../../src/domain/sheet/issue'
import type { FileProblem } from '../../src/domain/sheet/fileProblem'
import type { SheetKind } from '../../src/domain/sheet/columnMeaning'
import type { NoteCode } from '../../src/domain/sheet/sheetNote'

/** Row and ID; on line items SKU and quantity, too. */
export type Sent = readonly [row: number, id: string, skuId?: string, quantity?: number]

/** Row and code, and the hint if the issue has one. */
export type Refused = readonly [row: number, code: IssueCode, hint?: IssueHint]

/** Code, and the number of its rows. */
export type Noted = readonly [code: NoteCode, count: number]

/** Code, and the number of rows that the user is asked about. */
export type Asked = readonly [code: CautionCode, count: number]

/**
 * What a file has to come to: rows to send, rows that are not sent, notes and cautions; or the problem, and what is
 * asked.
 */
export type Expected =
  | {
      readonly header: readonly string[]
      readonly sent: readonly Sent[]
      readonly issues: readonly Refused[]
      readonly notes: readonly Noted[]
      /** Absent: none. */
      readonly cautions?: readonly Asked[]
    }
  | {
      readonly problem?: Omit<FileProblem, 'fileName'>
      readonly question?:
        | { readonly type: 'columns'; readonly headerRow: number; readonly looksHeaderless: boolean }
        | { readonly type: 'whole'; readonly doubt: 'line-columns' | 'line-rows' }
        | { readonly type: 'worksheet'; readonly names: readonly string[] }
    }

/** A file, its tab, and its expected outcome. */
export interface SheetCase {
  readonly file: string
  readonly about: string
  readonly tab: SheetKind
  readonly isPasted?: true
  readonly maxRows?: number
  /** The chosen worksheet. */
  readonly worksheet?: string
  readonly content: string | Uint8Array
  readonly expected: Expected
}

/**
 * What one record comes to: `!CODE` or `!CODE hint` for an issue, `` for nothing at all, else the ID (SKU,
 * quantity) sent.
 */
type Fate = string | readonly [id: string, skuId: string, quantity: number]

export type Record = readonly [text: string, fate: Fate]

export interface Setting {
  readonly header?: string
  /** The header as it is read; default: the written header, split at the comma. */
  readonly columns?: readonly string[]
  readonly notes?: readonly Noted[]
  readonly cautions?: readonly Asked[]
  readonly isPasted?: true
  readonly maxRows?: number
}

function expectFates(
  records: readonly Record[],
  columns: readonly string[],
  { notes = [], cautions }: Setting,
): Expected {
  const sent: Sent[] = []
  const issues: Refused[] = []
  for (const [index, [, fate]] of records.entries()) {
    const row = index + 2
    if (typeof fate !== 'string') sent.push([row, ...fate])
    else if (fate.startsWith('!')) issues.push([row, ...fate.slice(1).split(' ')] as unknown as Refused)
    else if (fate !== '') sent.push([row, fate])
  }
  return { header: columns, sent, issues, notes, ...(cautions && { cautions }) }
}

function writeRecords(tab: SheetKind, ownHeader: string) {
  return (file: string, about: string, records: readonly Record[], setting: Setting = {}): SheetCase => {
    const { header = ownHeader, columns = header.split(','), notes: _, cautions: __, ...rest } = setting
    const content = `${[header, ...records.map(([text]) => text)].join('\r\n')}\r\n`
    return { file, about, tab, ...rest, content, expected: expectFates(records, columns, setting) }
  }
}

/** A file of sub-orders with a record in each line below the header, and the outcome of each record. */
export const ids = writeRecords('sub-orders', 'Increff Sub Order ID')

/** A line-items file, likewise. */
export const lines = writeRecords('line-items', 'Sub Order ID,Increff SKU ID,Quantity')

/** A file that loads, written out. */
export function loads(
  tab: SheetKind,
  file: string,
  about: string,
  content: string | Uint8Array,
  header: readonly string[],
  sent: readonly Sent[],
  {
    issues = [],
    notes = [],
    cautions,
  }: { issues?: readonly Refused[]; notes?: readonly Noted[]; cautions?: readonly Asked[] } = {},
): SheetCase {
  return {
    file,
    about,
    tab,
    content,
    expected: { header, sent, issues, notes, ...(cautions && { cautions }) },
  }
}

/** A file of which nothing is loaded. */
export function refused(
  tab: SheetKind,
  file: string,
  about: string,
  content: string | Uint8Array,
  problem: Omit<FileProblem, 'fileName'>,
  asks?:
    | { readonly headerRow: number; readonly looksHeaderless: boolean }
    | { readonly type: 'whole'; readonly doubt: 'line-columns' | 'line-rows' },
): SheetCase {
  const question = asks && { question: 'type' in asks ? asks : { type: 'columns' as const, ...asks } }
  return { file, about, tab, content, expected: { problem, ...question } }
}
