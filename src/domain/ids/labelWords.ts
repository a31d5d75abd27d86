import { cleanText } from './cleanText'
import { isTotalText } from './totalText'
import { readWords } from './wordList'

/** Characters: a label is shorter. */
const LONGEST = 60

// Words that stand beside a value above or below a list, in the languages of reports.
const labels = readWords([
  'from|to|until|till|date|time|date/time|datetime|day|period|range|page|pages|page no|sheet|copy|version|user|user id|username|user name|login',
  'report|report name|report id|report no|report date|end of report|end|eof|generated|generated on|generated at|date/time generated|exported|exported on|printed|printed on|created on|downloaded|run date|run time|run by|as of',
  'author|owner|prepared|checked|verified|approved|signed|signature|remarks|remark|warehouse|location|facility|store|account|account id|account no|seller|seller id|client|client id|filter|filters|sorted|sort|view|source|file|file name|batch|batch no|job|job id',
  'doc|doc no|document|document no|ref no|phone|phone no|tel|telephone|mobile|mobile no|fax|contact|contact no|helpline|whatsapp|gstin|gst no|serial no|release|build|telefon|handy|mobil|beleg|belegnr|téléphone|portable|teléfono|móvil|telefone|celular|telefono|cellulare|telefoon|mobiel|телефон|फ़ोन|फोन|मोबाइल|संपर्क|电话|電話',
  'von|bis|datum|zeit|uhrzeit|seite|seiten|stand|benutzer|nutzer|ende|bericht|ende des berichts|erstellt|erstellt am|gedruckt|gedruckt am|geprüft|lager|filiale|konto|zeitraum',
  'du|au|de|à|date du|heure|page n°|utilisateur|rapport|fin|fin du rapport|imprimé le|généré le|entrepôt|compte|période',
  'desde|hasta|fecha|hora|página|pagina|usuario|informe|fin del informe|impreso|generado|almacén|cuenta|período|da|a|al|data|ora|utente|rapporto|fine|stampato|magazzino|conto|até|usuário|relatório|impresso|gerado|armazém|depósito|conta',
  'van|tot|tijd|gebruiker|rapport|einde|afgedrukt|magazijn|rekening|från|till|tid|sida|användare|fra|til|side|bruker|strona|od|do|użytkownik|raport|koniec|magazyn|sayfa|tarih|saat|kullanıcı|rapor|depo|hesap',
  'с|по|от|до|дата|время|страница|пользователь|отчет|отчёт|склад|счет|период|конец|распечатано',
  'से|तक|दिनांक|तारीख|समय|पृष्ठ|पेज|उपयोगकर्ता|रिपोर्ट|रिपोर्ट समाप्त|समाप्त|गोदाम|खाता|अवधि|मुद्रित|जाँच',
])

const byWhom = /(?:^|\s)(?:by|von|par|por|da|door|av|przez|द्वारा)$/u

const phones =
  /^(?:phone|tel|telephone|mobile|fax|contact|helpline|whatsapp|telefon|handy|mobil|téléphone|teléfono|móvil|telefone|celular|telefono|cellulare|telefoon|mobiel|телефон|फ़ोन|फोन|मोबाइल|电话|電話)(?: ?(?:no|number|nr|n°))?\.?\s*[:：]?$/iu

/** Whether a text labels a phone number, which has as many digits as an ID. */
export const isPhoneLabel = (text: string): boolean => text.length <= LONGEST && phones.test(cleanText(text))

/** Whether a text labels a value: `Page`, `Printed by`, `Warehouse:`. */
export function isLabel(text: string): boolean {
  if (text.length > LONGEST) return false
  const word = cleanText(text).toLowerCase()
  const name = word.replace(/\s*[:：=]$/u, '')
  return name !== word || labels.has(name) || byWhom.test(name) || isTotalText(text)
}
