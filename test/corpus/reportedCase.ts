import { readAndCheck } from '../../src/reading/readAndCheck'
import { neverYield } from '../../src/domain/time/yieldIfDue'
import type { IdRule } from '../../src/domain/ids/idRule'
import type { ReadChoice, ReadResult, RememberedColumns } from '../../src/domain/sheet/sheetReading'
import type { SheetKind } from '../../src/domain/sheet/columnMeaning'

/** The expectations of a reading. A sent row is a sub-order ID, or `ID|SKU|quantity`. */
export interface Checks {
  readonly mustSend?: readonly string[]
  readonly mustNotSend?: readonly string[]
  /** Sent, or named in an issue; or the file is refused. */
  readonly mustAccount?: readonly string[]
  /** Nothing of the file is loaded. */
  readonly mustRefuse?: true
  readonly mustCode?: string
  readonly mustCodeNot?: string
  /** Rows without an issue. */
  readonly mustNotHint?: string
}

/** A file after a public bug report. */
export interface ReportedCase {
  readonly id: string
  readonly file: string
  readonly tab: SheetKind
  /** Where the report stands, and since when. */
  readonly source?: string
  readonly expected: string
  readonly isPasted?: boolean
  readonly choice?: ReadChoice
  readonly checks: Checks
}

/** Reads and checks a file as the screen does. */
export function readReported(
  bytes: Uint8Array,
  {
    file,
    tab,
    isPasted = false,
    choice,
    remembered,
    idRule,
  }: Omit<ReportedCase, 'id' | 'expected' | 'checks'> & {
    remembered?: readonly RememberedColumns[]
    idRule?: IdRule
  },
): Promise<ReadResult> {
  const limits = { kind: tab, maxRows: 100_000, maxBytes: 10_000_000, ...(idRule && { idRule }) }
  return readAndCheck(
    new File([bytes as BlobPart], file),
    {
      ...limits,
      isPasted,
      ...(choice && { choice }),
      ...(remembered && { remembered }),
      ...(idRule && { idRule }),
    },
    neverYield,
    () => undefined,
  )
}

/** Each row that is sent: its sub-order, and for a line item also the whole line. */
function listSent(read: ReadResult): readonly string[] {
  if (read.type !== 'checked') return []
  return [...read.checked.requests].flatMap((request) =>
    request.kind === 'whole'
      ? [request.subOrderId as string]
      : [
          request.subOrderId as string,
          ...request.lineItems.map(({ skuId, quantity }) => `${request.subOrderId}|${skuId}|${quantity}`),
        ],
  )
}

/**
 * What a reading does of what has to be true of it; without one, what it has to do. Side by side in a test, the two
 * show what is wrong.
 */
export function describeOutcome(read: ReadResult | undefined, checks: Checks): object {
  const { mustSend, mustNotSend, mustAccount, mustRefuse, mustCode, mustCodeNot, mustNotHint } = checks
  const sent = read ? listSent(read) : []
  const issues = read?.type === 'checked' ? read.checked.issues : []
  const code = read?.type === 'refused' ? read.problem.code : undefined
  const isNamed = (text: string) =>
    read?.type !== 'checked' || sent.includes(text) || issues.some(({ value }) => value.includes(text))
  return {
    ...(mustSend && { sent: read ? mustSend.filter((row) => sent.includes(row)) : mustSend }),
    ...(mustNotSend && { sentWrongly: mustNotSend.filter((row) => sent.includes(row)) }),
    ...(mustAccount && { accounted: read ? mustAccount.filter(isNamed) : mustAccount }),
    ...(mustRefuse && { isRefused: read ? read.type !== 'checked' : true }),
    ...(mustCode && { code: read ? code : mustCode }),
    ...(mustCodeNot && { hasWrongCode: read ? code === mustCodeNot : false }),
    ...(mustNotHint && { hasWrongHint: issues.some(({ hint }) => hint === mustNotHint) }),
  }
}
