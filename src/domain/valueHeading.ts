import { cleanText, isBlank } from './cleanText'
import { isHeading } from './headingWords'
import { readWords } from './wordList'

// Headings that are values as well, and never number anything: whoever has no ID to write writes one of them.
const values = readWords([
  'name|first|last|full|date|day|time|city|town|country|region|area|address|delivery|shipping|billing|status|state|reason|note|notes|remark|remarks|comment|size|colour|color|brand',
  'category|type|customer|buyer|client|seller|vendor|supplier|return|refund|email|channel|marketplace|courier|payment|priority|the|of|and|or|for|by',
  'datum|ort|stadt|land|status|grund|kunde|kundenname|farbe|größe|marke|adresse|retoure|bemerkung|rückgabe',
  'date|ville|pays|statut|motif|client|adresse|nom|couleur|taille|marque|retour|fecha|ciudad|estado|motivo|cliente|direccion|dirección|nombre|color|talla|marca',
  'data|città|citta|stato|indirizzo|nome|colore|taglia|reso|cidade|situacao|situação|endereço|endereco|cor|tamanho|devolução|plaats|klant|naam|reden|kleur|maat',
  'miasto|klient|imię|stan|powód|kolor|rozmiar|şehir|sehir|müşteri|musteri|durum|renk|beden|tarih|город|клиент|статус|дата|имя|причина|цвет|размер|возврат',
  'शहर|स्थिति|ग्राहक|नाम|तारीख|दिनांक|पता|रंग|आकार|कारण|वापसी|城市|状态|客户|颜色|尺码|原因|姓名|地址',
])

// Behind what is not there: `Order missing`. Before it stands what heads a list of such: `Missing orders`.
const lacks = readWords([
  'missing|lost|wrong|unknown|damaged|unclear|illegible|fehlt|falsch|unbekannt|verloren|unleserlich|manquant|manquante|inconnu|inconnue|perdu|perdue',
  'falta|faltante|perdido|desconocido|mancante|perso|sconosciuto|extraviado|desconhecido|ontbreekt|onbekend|kwijt|nieznany|brakuje|отсутствует|неизвестен|утерян',
  'गायब|अज्ञात|नहीं|ग़लत|गलत',
])

/** Whether words that could head a column are as well a value that somebody wrote in the place of an ID: `Size`, `Customer name`, `Order missing`. */
export function isValueHeading(text: string): boolean {
  const words = cleanText(text)
    .toLowerCase()
    .split(/[^\p{L}\p{M}]+/u)
    .filter((word) => word !== '')
  return lacks.has(words.at(-1) ?? '') || (words.length > 0 && words.every((word) => values.has(word)))
}

/** Whether all headings of a row may be values of a list. A word in the place of the ID that nobody knows may number something. */
export function areValueHeadings(cells: readonly string[], idColumn: number): boolean {
  return cells.every((cell, column) => {
    if (isBlank(cell) || (column !== idColumn && !isHeading(cell))) return true
    return isValueHeading(cell)
  })
}
