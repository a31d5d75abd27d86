import type { Failure } from '../domain/run/outcome'
import type { Translations } from './createTranslations'

type Advice = keyof Translations['advice']

/** Codes that say what to do, without case and underscores; the words beside them are not asked. */
const BY_CODE: Readonly<Record<string, Advice>> = {
  forbidden: 'permission',
  accessdenied: 'permission',
  permissiondenied: 'permission',
  notfound: 'notFound',
  ordernotfound: 'notFound',
  subordernotfound: 'notFound',
  resourcenotfound: 'notFound',
  unknownorder: 'notFound',
  unknownsuborder: 'notFound',
  picklistreleased: 'processing',
  inprocessing: 'processing',
  orderinprocessing: 'processing',
  orderpacked: 'processing',
  invoiced: 'shipped',
  orderinvoiced: 'shipped',
  shipped: 'shipped',
  alreadyshipped: 'shipped',
  ordershipped: 'shipped',
  dispatched: 'shipped',
  orderdispatched: 'shipped',
  delivered: 'shipped',
  orderdelivered: 'shipped',
  quantityexceeded: 'quantity',
  quantitynotcancellable: 'quantity',
  quantitynotcancelable: 'quantity',
  insufficientquantity: 'quantity',
  invalidquantity: 'quantity',
  unknownsku: 'sku',
  invalidsku: 'sku',
  skunotfound: 'sku',
  channelrejected: 'channel',
  channelerror: 'channel',
  marketplacerejected: 'channel',
}

/**
 * Whole phrases that servers use, each of the order, its lines or its channel; run over a text that was cut. A word
 * alone says nothing: "not shipped yet" is no shipment, and "not cancellable" no quantity.
 */
const BY_PHRASE: readonly (readonly [RegExp, Advice])[] = [
  [
    /\b(is|are|already|been|in) (in )?processing\b|\bpicklist (is|was|has been) (already )?released\b|\bbeing picked\b/,
    'processing',
  ],
  [
    /\b(is|are|was|were|already|been|order|sub-order) (invoiced|shipped|dispatched|delivered|completed|handed over)\b/,
    'shipped',
  ],
  [
    /\bcancell?able (quantity )?(is )?\d|\bmore than (is |can be )?(cancell?able|cancell?ed|left)\b/,
    'quantity',
  ],
  [
    /\bsku\b.{0,300}\b(is not in|not found|does not exist|is unknown|is invalid)\b|\b(unknown|invalid|no such) sku\b/,
    'sku',
  ],
  [
    /\b(order|sub-order|suborder)\b.{0,300}\b(does not exist|doesn't exist|(is |was )?not found)\b|\b(unknown|no such) (sub.?)?order\b/,
    'notFound',
  ],
  [/\b(channel|marketplace) (has )?(rejected|refused|declined|denied|did not|does not)\b/, 'channel'],
]
/** Before the phrase, or within it: then it is not so. */
const DENIED = /\b(not|never|no longer|un|without|nor)( yet| been| already| being)*( \w+)?$|n't( yet| been)*$/

/** Server text is cut at a thousand characters before it comes here; what a record of before holds may be longer. */
const LONGEST = 1000

function isSaid(pattern: RegExp, text: string): boolean {
  const found = pattern.exec(text)
  return found !== null && !DENIED.test(text.slice(Math.max(0, found.index - 40), found.index).trimEnd())
}

/** What a refusal asks of the operator: by its code where that is known, else by a whole phrase of the message. */
export function chooseAdvice({
  code,
  message,
  httpStatus,
}: Pick<Failure, 'code' | 'message' | 'httpStatus'>): Advice {
  if (httpStatus === 403) return 'permission'
  const known =
    BY_CODE[
      code
        .slice(0, LONGEST)
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '')
    ]
  if (known) return known
  const text = message.slice(0, LONGEST).toLowerCase().replace(/\s+/g, ' ')
  return BY_PHRASE.find(([pattern]) => isSaid(pattern, text))?.[1] ?? 'other'
}
