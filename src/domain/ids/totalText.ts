import { cleanText } from './cleanText'
import { readSubOrderId } from './identifiers'
import type { IdRule } from './idRule'
import { readWords } from './wordList'

/** Characters: the name of a sum or a count is shorter, even with an ID beside it. */
const LONGEST = 300

// Words that head a sum or a count below a list, in the languages of Excel, LibreOffice and database clients.
const totals = readWords([
  'total|totals|subtotal|subtotals|grandtotal|sum|sums|count|rows|row|records|record|rowcount|counta|result',
  'rowtotal|lines|entries|summe|gesamt|gesamtsumme|gesamtergebnis|gesamtanzahl|zwischensumme|teilergebnis',
  'ergebnis|anzahl|zeilen|datensätze|insgesamt|endsumme|totale|totali|somma|conteggio|righe|subtotale|totaux',
  'somme|sous-total|lignes|suma|recuento|filas|registros|soma|contagem|linhas|totais|totales|totaal',
  'eindtotaal|subtotaal|aantal|rijen|som|totalt|summa|antal|rader|yhteensä|итого|итог|всего|сумма|количество',
  'строк|записей|підсумок|всього|разом|razem|ogółem|łącznie|celkem|součet|spolu|összesen|végösszeg|toplam',
  'σύνολο|合計|小計|総計|総合計|計|件数|行数|合计|总计|小计|共计|總計|总和|总数|합계|총계|소계|총합계|건수|कुल|योग|उपयोग|उप-योग|महायोग|जोड़|कुलयोग',
  'المجموع|الإجمالي|إجمالي|مجموع|סה"כ|סך|tổng|jumlah|รวม|ผลรวม',
  // Sums that a page carries over to the next page.
  'c/f|b/f|c/d|b/d|c/fwd|b/fwd|carried|brought|carry forward|carryforward|carried over|carried down|brought down|balance c/f|balance b/f|balance carried forward|balance brought forward|übertrag|vortrag|saldovortrag|zwischentotal|à reporter|a reporter|report à nouveau',
  'suma y sigue|suma anterior|saldo anterior|a transportar|de transporte|riporto|a riportare|da riportare|te transporteren|do przeniesienia|z przeniesienia',
  'devreden|nakli yekün|nakli yekun|к переносу|перенос|आगे ले जाया गया|पीछे से लाया गया|अग्रेनीत|繰越|次頁繰越|前頁繰越|过次页|過次頁|承前页|承前頁|转下页|轉下頁',
])

// Words that may stand beside a total and mean nothing by themselves.
const companions = readWords([
  'page|pages|forward|running|seite|página|pagina|strona|sayfa|पृष्ठ|grand|sub|general|final|overall|all|of|the|in|for|and|set|no|number|affected|returned|selected|fetched',
  'exported|found|s|sec|unit|units|pcs|qty|quantity|quantities|order|orders|item|items|sku|skus|id|ids',
  'suborders|der|die|menge|von|général|générale|geral|complessivo|generale|parziale|parcial|de|del|di|van',
  'końcowa|genel|ara|общий|промежуточный|cộng|keseluruhan|का|मात्रा|पंक्तियाँ|उप|i|alt|end|report',
])

const number = /^[+-]?[\d.,]+$/
const closeWriting =
  /^(?:合計|総計|小計|合计|总计|小计|共计|共|計|總計|합계|총)\s*[:：]?\s*[\d.,]+\s*(?:件|行|条|條|個|个|点|건|개)?$/

// Nearly every cell is a number or a SKU with digits, and no word.
const plainCell = /^[A-Za-z]*\d[A-Za-z0-9.]*$/

// The first and the last letters tell an ASCII word from most other words.
const firstLetters = new Set([...totals, ...companions].map((word) => /^[a-z]*/.exec(word)?.[0] ?? ''))
const lastLetters = new Set([...totals].map((word) => /[a-z]*$/.exec(word)?.[0] ?? ''))

const isLetter = (code: number): boolean => (code | 32) > 96 && (code | 32) < 123

/** The letters at the front of a text, or at its end. */
function readLetters(text: string, from: number, step: 1 | -1): string {
  let at = from
  while (at >= 0 && at < text.length && !isLetter(text.charCodeAt(at))) at += step
  const start = at
  while (at >= 0 && at < text.length && isLetter(text.charCodeAt(at))) at += step
  return (step === 1 ? text.slice(start, at) : text.slice(at + 1, start + 1)).toLowerCase()
}

/** Whether a text may name a sum. A quick look at both ends of the text rules out nearly every cell. */
function mayBeTotal(text: string): boolean {
  if (/[^ -~]/.test(text)) return true
  return firstLetters.has(readLetters(text, 0, 1)) || lastLetters.has(readLetters(text, text.length - 1, -1))
}

/**
 * Whether a text heads or names a sum or a count: `Total`, `Grand Total: 31`, `(2 rows affected)`, `合計`; or the
 * subtotal of a sub-order, as pivot tables write it: `1253231242 Total`.
 *
 * @param rule of the host, for the IDs of such subtotals
 */
export function isTotalText(text: string, rule?: IdRule): boolean {
  if (text === '' || text.length > LONGEST || plainCell.test(text) || !mayBeTotal(text)) return false
  const word = cleanText(text).toLowerCase()
  if (closeWriting.test(word) || totals.has(word)) return true
  const parts = word.split(/[\s:：=()[\]*<>|_;\-–—]+/).filter((part) => part !== '' && part !== '.')
  let named = 0
  let others = 0
  for (const part of parts) {
    const own = part.replace(/[.,]$/, '')
    if (totals.has(own)) named += 1
    else if (!number.test(own) && !companions.has(own)) others += 1
  }
  if (named === 0) return false
  return others === 0 || isSubtotal(cleanText(text), rule)
}

/**
 * Whether a text begins or ends with a word for a sum or a count, as below a group of rows: `Pune Total`, `Anzahl von
 * Pune`.
 */
export function hasTotalWord(text: string): boolean {
  if (text.length > LONGEST || plainCell.test(text) || !mayBeTotal(text)) return false
  const words = cleanText(text)
    .toLowerCase()
    .split(/[\s:：=()[\]*<>|_;\-–—]+/)
  return totals.has(words[0] ?? '') || totals.has(words.findLast((word) => word !== '') ?? '')
}

/** Whether a text is an ID with a word for a sum beside it. An ID of another system may hold blanks. */
function isSubtotal(text: string, rule: IdRule | undefined): boolean {
  const isNamed = (word: string, rest: string) =>
    totals.has(word.toLowerCase().replace(/:$/, '')) && readSubOrderId(rest, rule).ok
  const parts = text.split(/\s+/)
  if (parts.length < 2) return false
  return (
    isNamed(parts.at(-1) ?? '', parts.slice(0, -1).join(' ')) ||
    isNamed(parts[0] ?? '', parts.slice(1).join(' '))
  )
}
