/** Characters: no date with its time is longer. */
const LONGEST_DATE = 32
const MOST_DAYS = 31
const MOST_MONTHS = 12

const words = (text: string): readonly string[] => text.trim().split(/\s+/)

/**
 * Months as spreadsheets write them, short and long, in lower case and without dots: English, German, French, Spanish,
 * Portuguese, Italian, Dutch, the Nordic languages, Polish, Czech, Romanian, Hungarian, Turkish, Indonesian, Malay,
 * Filipino, Russian, Ukrainian, Greek, Hindi, Marathi.
 */
const MONTHS: ReadonlySet<string> = new Set(
  words(`
    jan feb mar apr may jun jul aug sep sept oct nov dec
    january february march april june july august september october november december
    jän mär mrz märz mai juni juli okt dez januar jänner februar oktober dezember
    janv févr fevr mars avr juin juil août aout déc janvier février avril juillet septembre octobre novembre décembre
    ene abr dic enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
    fev janeiro fevereiro março maio junho julho setembro outubro novembro dezembro
    gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre
    mrt mei januari februari maart augustus
    maj augusti marts desember
    sty kwi cze wrz paź paz
    ian iun iul febr márc ápr máj jún júl szept
    şub sub ağu agu ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık
    maret agustus ogos julai disember
    янв фев февр мар апр мая май июн июл авг сен сент окт ноя нояб дек
    січ лют бер кві квіт тра трав чер черв лип сер серп вер жов жовт лис груд
    ιαν φεβ μαρ απρ μαϊ ιουν ιουλ αυγ σεπ οκτ νοε δεκ
    जन जनवरी फ़र फ़रवरी फरवरी मार्च अप्रैल मई जून जुल जुलाई अग अगस्त सित सितंबर अक्टू अक्टूबर नव नवंबर दिस दिसंबर
    जाने फेब्रु एप्रि जुलै ऑग सप्टें ऑक्टो नोव्हें डिसें
  `),
)

/** Months that are also words (`SET-12` is seldom a September): only the spelling of spreadsheets counts. */
const AS_WRITTEN: ReadonlySet<string> = new Set(
  words(`
    set out ago gen mag giu lug ott
    lut lip sie lis gru
    Agu Mei Mac Ogo Dis Des Peb Abr Hun Hul Nob
    Oca Nis Haz Tem Eyl Eki Kas Ara
  `),
)

// Each part is short and bounded, and begins unlike the end of the part before it, so that the match never goes back.
const dayAndMonth = /^(\d{1,2})(?:\. ?|[-/ ])([\p{L}\p{M}]{2,12})\.?(?:[-./ ](?:\d{2}|(?:19|20)\d{2}))?$/u
const monthAndYear = /^([\p{L}\p{M}]{2,12})(?:\.?[-/ ]|\.)(?:\d{2}|(?:19|20)\d{2})$/u
const time = /(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?(?:Z| ?[AaPp][Mm]|[+-]\d{2}:?\d{2})?)?/u.source
const yearFirst = new RegExp(`^(?:19|20)\\d{2}([-./])(\\d{1,2})\\1(\\d{1,2})${time}$`, 'u')
const yearLast = new RegExp(`^(\\d{1,2})([-./])(\\d{1,2})\\2(?:19|20)\\d{2}${time}$`, 'u')
const eastern = /^(?:(?:19|20)\d{2} ?[年년] ?)?(\d{1,2}) ?[月월](?: ?(\d{1,2}) ?[日일])?$/u
// Every date has one of these between its parts.
const hasDateMark = /[-./ 月월]/

const isMonth = (text: string): boolean => MONTHS.has(text.toLowerCase()) || AS_WRITTEN.has(text)
const isWithin = (text: string | undefined, most: number): boolean =>
  Number(text) >= 1 && Number(text) <= most

function isDayOfMonth(text: string): boolean {
  const [, day, month = ''] = dayAndMonth.exec(text) ?? []
  return isWithin(day, MOST_DAYS) && isMonth(month)
}

function isMonthOfYear(text: string): boolean {
  const [, month = ''] = monthAndYear.exec(text) ?? []
  return isMonth(month)
}

function isInDigits(text: string): boolean {
  const [, , month, day] = yearFirst.exec(text) ?? []
  if (isWithin(month, MOST_MONTHS) && isWithin(day, MOST_DAYS)) return true
  const [, first, , second] = yearLast.exec(text) ?? []
  const isDayFirst = isWithin(first, MOST_DAYS) && isWithin(second, MOST_MONTHS)
  return isDayFirst || (isWithin(first, MOST_MONTHS) && isWithin(second, MOST_DAYS))
}

function isEastern(text: string): boolean {
  const [, month, day = '1'] = eastern.exec(text) ?? []
  return isWithin(month, MOST_MONTHS) && isWithin(day, MOST_DAYS)
}

/**
 * Whether a cleaned ID or SKU is only a date: spreadsheets make `12-Jan` of `1-12` and `2-Sep` of `SEP2`. An ID with a
 * date in it (`2026-11-01-0007`) is not.
 */
export function looksLikeDate(text: string): boolean {
  if (text.length > LONGEST_DATE || !hasDateMark.test(text)) return false
  return isDayOfMonth(text) || isMonthOfYear(text) || isInDigits(text) || isEastern(text)
}
