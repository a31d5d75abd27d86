import type { Caution } from '../sheet/caution'
import type { Sheet } from '../sheet/sheet'
import type { Verdicts } from '../sheet/verdicts'
import { ITEMS_A_STEP, type Steps } from '../time/steps'
import { CAUTION_BITS, createCautionBook } from './cautionBook'
import { createHiddenTest, type HiddenRows } from './hiddenTaker'
import type { LeaveCause, LeftRows } from './leaveOut'
import { markIds, markSkus } from './markOdd'
import type { SurveyedRows } from './textSurvey'

/** The cautions of a sheet, and the rows that are left out for their decisions. */
export interface FoundCautions {
  readonly cautions: readonly Caution[]
  readonly left: LeftRows
}

/**
 * Finds oddities of the rows that would be sent, with the user's decisions about them. A refused row has its issue,
 * and no caution.
 *
 * @param hidden rows that are left out already, since nobody sees them
 * @param surveyed of all rows that would be sent, or more: traits that no text has are not searched for
 */
export function* findCautions(
  sheet: Sheet,
  verdicts: Verdicts,
  hidden: HiddenRows,
  surveyed: SurveyedRows,
): Steps<FoundCautions> {
  const { requests, requestOfRow } = verdicts
  const book = createCautionBook(sheet)
  const isHidden = createHiddenTest(sheet)
  const idMarks = yield* markIds(verdicts, surveyed.ids)
  const lines = yield* markSkus(requests, surveyed.skus)
  const linesSeen = new Uint16Array(requests.length)
  const positions: number[] = []
  const causes: LeaveCause[] = []
  const isAnyOdd =
    sheet.hiddenRows !== undefined || [idMarks, lines?.marks].some((marks) => marks?.some((bits) => bits > 0))
  if (!isAnyOdd) return { cautions: [], left: { positions, causes } }
  for (let position = 0; position < requestOfRow.length; position += 1) {
    if (position % ITEMS_A_STEP === 0) yield undefined
    const place = requestOfRow[position] ?? -1
    const request = requests[place]
    if (!request) continue
    const line = linesSeen[place] ?? 0
    linesSeen[place] = line + 1
    const skuBits = lines?.marks[(lines.starts[place] ?? 0) + line] ?? 0
    const lineItem = request.kind === 'whole' ? undefined : request.lineItems[line]
    const { row } = lineItem ?? request
    const bits = (idMarks?.[place] ?? 0) | (isHidden(row) ? CAUTION_BITS.HIDDEN_ROW : 0)
    if ((bits | skuBits) === 0) continue
    const { subOrderId } = request
    const code = book.add({ position, row, subOrderId, skuId: lineItem?.skuId, bits, skuBits })
    if (code === undefined) continue
    positions.push(position)
    causes.push({ code, isOfSku: (bits & CAUTION_BITS[code]) === 0 })
  }
  return { cautions: book.finish(hidden), left: { positions, causes } }
}
