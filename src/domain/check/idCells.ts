import { hasDigit } from '../ids/isDigits'
import { readMark } from '../ids/cellMarks'
import { cleanText, isBlank, undressText } from '../ids/cleanText'
import { isDatabaseBlank, isDitto, isZero } from '../ids/filler'
import { isLabel } from '../ids/labelWords'
import { isMarketplace } from '../tables/marketplace'

// A text of invisible characters alone.
const unseen = /^[\p{Cc}\p{Cf}\s]+$/u

/** Whether an ID cell stands for the ID above: it says nothing, is a ditto mark, or lies under a merged cell. */
export const pointsUp = (text: string): boolean =>
  isBlank(text) ||
  unseen.test(text) ||
  readMark(text) === 'under a merged cell' ||
  isDitto(text) ||
  isDatabaseBlank(text) ||
  isZero(undressText(cleanText(text)))

/** Whether a SKU cell holds a label. A label without a digit is seldom a SKU ID; `A` and `To` may be one. */
export const isLabelSku = (sku: string): boolean => sku.length > 2 && !/\d/.test(sku) && isLabel(sku)

/** Whether an ID cell holds words that neither begin a group nor end the list: `contd`, `free gift`. */
export const isRemark = (cell: string): boolean => !hasDigit(cell) && !isMarketplace(cell) && !isLabel(cell)

const delimiterFirst = /^\s*[,;\t|]|\n/

/** Whether the quotes of a ditto mark, or an open quote, have swallowed other cells into this cell. */
export const isSwallowed = (cell: string): boolean => delimiterFirst.test(cell)
