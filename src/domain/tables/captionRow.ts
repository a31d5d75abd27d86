import { isBlank, isExcelError } from '../ids/cleanText'
import { isFiller } from '../ids/filler'
import { readSubOrderId } from '../ids/identifiers'
import type { Sheet } from '../sheet/sheet'
import { isMarketplace } from './marketplace'
import { isTotalText } from '../ids/totalText'
import { readShape } from '../makes/unlikeTheRest'
import type { SheetRow } from '../sheet/sheetRow'

/** Characters; a longer text is no caption, and would cost. */
const LONGEST = 255

// What sets the rows below it apart from those above, and what ends a letter: no list goes on below it.
const parting =
  /(?:^|[^\p{L}\p{M}])(?:not|no|don['’]?t|dont|never|keep|already|except|excluded?|hold|shipped|delivered|dispatched|regards|thanks|thank you|sincerely|best|cheers|nicht|kein|keine|bereits|schon|behalten|grüße|grüßen|danke|mfg|ne|pas|déjà|merci|cordialement|ya|gracias|saludos|já|não|obrigado|obrigada|non|già|grazie|saluti|niet|geen|al|groeten|bedankt|nie|już|pozdrawiam|değil|не|нет|уже|спасибо|नहीं|मत|धन्यवाद)(?:$|[^\p{L}\p{M}])|[不勿未]/iu

// These part without a blank row as well: nobody writes them in the place of an ID.
const partingAnywhere =
  /^[^\p{L}]*(?:(?:please )?(?:do not|don['’]?t|dont|never) \p{L}|(?:please )?(?:not|keep|hold|skip|ignore|exclud(?:e|ing)|except|leave(?: out)?) (?:these|those|them|the following)(?:$|[^\p{L}])|already (?:shipped|delivered|dispatched|packed|sent)|bereits (?:versandt|versendet|geliefert)|nicht stornieren|ne pas annuler|no cancelar|não cancelar|non annullare|niet annuleren|nie anulować|не отменять|रद्द न|请勿|不要取消)|^[^\p{L}]*(?:(?:best|kind|warm|kindest|many) )?(?:regards|thanks|thank you|sincerely|cheers|mfg|mit freundlichen grüßen|viele grüße|danke|merci|cordialement|saludos|gracias|obrigad[oa]|grazie|saluti|groeten|pozdrawiam|спасибо|धन्यवाद)[^\p{L}\p{M}]*$/iu

/** `Keep:` says by its colon that it is a caption; `keep` may be what somebody wrote for an ID. */
const partsAnywhere = (text: string): boolean =>
  partingAnywhere.test(text) || (/[:：]$/.test(text.trimEnd()) && parting.test(text))

/** One word in another column than the ID's is a value of a row whose ID is missing. */
const isValue = (text: string): boolean => !/[\s:：]/.test(text.trim()) && !parting.test(text)

/** Whether a row holds nothing but words in one of its cells, as what stands above a group of rows does. */
export function isCaption({ cells, badQuotes }: SheetRow, { columns, idRule }: Sheet): boolean {
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
  /** @param lastSound the last row above that has an ID, if there is one */
  look(row: SheetRow, hasGap: boolean, lastSound: SheetRow | undefined): 'ends' | 'may end' | undefined
  /** Whether the row below a caption goes on with the list. */
  goesOn(row: SheetRow, lastSound: SheetRow): boolean
}

/**
 * A caption below a blank row ends the list; `Do not cancel` ends it anywhere. Two captions do not: one in a list whose first group has a caption
 * as well, as long as the IDs are alike; and the name of a marketplace, whose IDs look different.
 */
export function createCaptionTest(sheet: Sheet): CaptionTest {
  const idColumn = sheet.columns.subOrderId
  let isGrouped = false
  /** The last row that holds a mark and no words, below a blank one: `--` above the end of a letter. */
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
