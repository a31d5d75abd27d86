import { isBlank, isExcelError } from '../ids/cleanText'
import { isFiller } from '../ids/filler'
import { readSubOrderId } from '../ids/identifiers'
import type { Sheet } from '../sheet/sheet'
import { isMarketplace } from './marketplace'
import { isTotalText } from '../ids/totalText'
import { readShape } from '../makes/unlikeTheRest'
import type { SheetRow } from '../sheet/sheetRow'

/** Characters: a longer text is no caption, and would cost time. */
const LONGEST = 255

// Words that set the rows below apart from the rows above, and words that end a letter: the list ends there.
const parting =
  /(?:^|[^\p{L}\p{M}])(?:not|no|don['’]?t|dont|never|keep|already|except|excluded?|hold|shipped|delivered|dispatched|regards|thanks|thank you|sincerely|best|cheers|nicht|kein|keine|bereits|schon|behalten|grüße|grüßen|danke|mfg|ne|pas|déjà|merci|cordialement|ya|gracias|saludos|já|não|obrigado|obrigada|non|già|grazie|saluti|niet|geen|al|groeten|bedankt|nie|już|pozdrawiam|değil|не|нет|уже|спасибо|नहीं|मत|धन्यवाद)(?:$|[^\p{L}\p{M}])|[不勿未]/iu

// These end the list even without a blank row: nobody writes them in the place of an ID.
const partingAnywhere =
  /^[^\p{L}]*(?:(?:please )?(?:do not|don['’]?t|dont|never) \p{L}|(?:please )?(?:not|keep|hold|skip|ignore|exclud(?:e|ing)|except|leave(?: out)?) (?:these|those|them|the following)(?:$|[^\p{L}])|already (?:shipped|delivered|dispatched|packed|sent)|bereits (?:versandt|versendet|geliefert)|nicht stornieren|ne pas annuler|no cancelar|não cancelar|non annullare|niet annuleren|nie anulować|не отменять|रद्द न|请勿|不要取消)|^[^\p{L}]*(?:(?:best|kind|warm|kindest|many) )?(?:regards|thanks|thank you|sincerely|cheers|mfg|mit freundlichen grüßen|viele grüße|danke|merci|cordialement|saludos|gracias|obrigad[oa]|grazie|saluti|groeten|pozdrawiam|спасибо|धन्यवाद)[^\p{L}\p{M}]*$/iu

/** Whether a text ends the list anywhere. `Keep:` is a caption by its colon; `keep` may stand in the place of an ID. */
const partsAnywhere = (text: string): boolean =>
  partingAnywhere.test(text) || (/[:：]$/.test(text.trimEnd()) && parting.test(text))

/** Whether a text is a single word: in another column than the ID, it is a value of a row without an ID. */
const isValue = (text: string): boolean => !/[\s:：]/.test(text.trim()) && !parting.test(text)

/** Whether a row has only words in a single cell, like a caption above a group of rows. */
function isCaption({ cells, badQuotes }: SheetRow, { columns, idRule }: Sheet): boolean {
  if (badQuotes) return false
  const at = cells.findIndex((cell) => !isBlank(cell))
  const text = cells[at] ?? ''
  if (text === '' || text.length > LONGEST || !cells.slice(at + 1).every(isBlank)) return false
  if (isExcelError(text.trim()) || isFiller(text) || isTotalText(text, idRule)) return false
  const isIdColumn = at === columns.subOrderId
  if (isIdColumn ? readSubOrderId(text, idRule).ok : isValue(text)) return false
  const letters = text.match(/[\p{L}\p{M}]/gu)?.length ?? 0
  const digits = text.match(/\p{Nd}/gu)?.length ?? 0
  return letters > 1 && letters > digits
}

/** Tells whether the list goes on below a caption. */
export interface CaptionTest {
  /** @param lastSound the last sound row above, if there is one */
  look(row: SheetRow, hasGap: boolean, lastSound: SheetRow | undefined): 'ends' | 'may end' | undefined
  /** Whether the row below a caption continues the list. */
  goesOn(row: SheetRow, lastSound: SheetRow): boolean
}

/**
 * A caption below a blank row ends the list; `Do not cancel` ends it anywhere. Two captions do not end it: a caption in
 * a list whose first group has a caption, too, as long as the IDs are alike; and the name of a marketplace, whose IDs
 * look different.
 */
export function createCaptionTest(sheet: Sheet): CaptionTest {
  const idColumn = sheet.columns.subOrderId
  let isGrouped = false
  /** The last row with a mark and without words below a blank row: `--` above the end of a letter. */
  let markRow = Number.NEGATIVE_INFINITY
  return {
    look: (row, hasGap, lastSound) => {
      const text = row.cells.find((cell) => !isBlank(cell)) ?? ''
      const isParted = hasGap || row.row - markRow === 1
      if (isParted && isFiller(text)) markRow = row.row
      const isPlain = text.length <= LONGEST && partsAnywhere(text)
      if (lastSound && !isParted && !isPlain) return undefined
      if (!isCaption(row, sheet)) return undefined
      if (!lastSound) {
        isGrouped = true
        return undefined
      }
      if (isPlain || parting.test(text)) return 'ends'
      if (isMarketplace(text)) return undefined
      return isGrouped ? 'may end' : 'ends'
    },
    goesOn: (row, lastSound) => {
      const [id, above] = [row.cells[idColumn] ?? '', lastSound.cells[idColumn] ?? '']
      return (
        readShape(id.trim()) === readShape(above.trim()) &&
        Math.abs(id.trim().length - above.trim().length) <= 1
      )
    },
  }
}
