import { cleanText, isBlank } from '../ids/cleanText'
import { isHeading } from './headingWords'
import { readWords } from '../ids/wordList'

// Headings that may be values, too, and never number anything: people write them in the place of an ID.
const values = readWords([
  'name|first|last|full|city|town|country|region|area|address|delivery|shipping|billing|status|state|reason|note|notes|remark|remarks|size|colour|color|brand|category|type',
  'customer|buyer|client|seller|vendor|supplier|return|refund|email|channel|courier|payment|ort|stadt|land|grund|kunde|farbe|größe|adresse|retoure',
  'ville|pays|statut|motif|nom|couleur|taille|retour|ciudad|estado|motivo|cliente|dirección|nombre|talla|città|stato|indirizzo|nome|colore|taglia',
  'cidade|cor|tamanho|plaats|klant|naam|reden|miasto|klient|powód|şehir|müşteri|durum|город|клиент|статус|имя|причина|शहर|स्थिति|ग्राहक|नाम|पता|कारण',
])

// Words behind a missing thing: `Order missing`. Before it, they head a list: `Missing orders`.
const lacks = readWords([
  'missing|lost|wrong|unknown|damaged|unclear|fehlt|falsch|unbekannt|manquant|inconnu|falta|desconocido|mancante|ontbreekt|отсутствует|गायब|अज्ञात',
])

/**
 * Whether words that could head a column may be a value in the place of an ID, too: `Size`, `Customer name`, `Order
 * missing`.
 */
function isValueHeading(text: string): boolean {
  const words = cleanText(text)
    .toLowerCase()
    .split(/[^\p{L}\p{M}]+/u)
    .filter((word) => word !== '')
  return lacks.has(words.at(-1) ?? '') || (words.length > 0 && words.every((word) => values.has(word)))
}

/**
 * Whether all headings of a row may be values of a list. An unknown word in the place of the ID may number something.
 */
export function areValueHeadings(cells: readonly string[], idColumn: number): boolean {
  return cells.every((cell, column) => {
    if (isBlank(cell) || (column !== idColumn && !isHeading(cell))) return true
    return isValueHeading(cell)
  })
}
