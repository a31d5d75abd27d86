import { cleanText, countShown, isBlank } from '../../domain/ids/cleanText'
import { readSubOrderId } from '../../domain/ids/identifiers'
import type { IdRule } from '../../domain/ids/idRule'
import type { Candidate } from './headerCandidates'

// Words above a report that say how somebody made it. They head no column.
const label =
  /^(?:sort|sorted|sorting|filter|filters|filtered|group|grouped|grouping|search|searched|print|printed|export|exported|report|generated|selection|field|key|criteria|criterion|columns|sortiert|sortierung|gefiltert|gruppiert|tri|trie|trié|filtre|filtro|filtr|orden|ordenado|ordinato|ordine|sortering|sıralama|сортировка|фильтр|क्रम|फ़िल्टर)(?: (?:by|in|on|for|from|to|at|field|text|type|key|order|column|nach|par|por|per|op|po|по))?:?$|:$/i
const endsInBy = /\b(?:by|nach|par|por|per)$/i
const doer =
  /^(?:created|updated|modified|cancell?ed|approved|assigned|packed|shipped|fulfilled|added|requested|handled|sold|picked) by$/i
const filter =
  /^(?:contains|equals|is|like|starts|ends|begins|in|not|any|all|asc|desc|enth[aä]lt|gleich|contient|contiene|cont[eé]m)(?:\b|\s|$)/i

// A line of labels has few cells.
const MOST_LABELS = 4

// Digits of a value beside a label; a heading such as `Address 2` has fewer.
const LEAST_DIGITS = 4

/** Whether a header reads like a line of labels and values: `Sorted by`, `Contains: 12532`, `1253231250`. */
export function isLabelled({ header, idColumn }: Candidate): boolean {
  return (
    countShown(header) <= MOST_LABELS &&
    header.some((text, column) => {
      if (column === idColumn || isBlank(text)) return false
      const cleaned = cleanText(text).slice(0, 100)
      return label.test(cleaned) || filter.test(cleaned) || (endsInBy.test(cleaned) && !doer.test(cleaned))
    })
  )
}

/**
 * Whether a cell beside the name of the ID holds a value: the line is a filter, or a row of data that contains the
 * name.
 */
export function isValued({ header, idColumn }: Candidate, rule: IdRule | undefined): boolean {
  return header.some((text, column) => column !== idColumn && holdsValue(cleanText(text).slice(0, 255), rule))
}

const holdsValue = (text: string, rule: IdRule | undefined): boolean =>
  readSubOrderId(text, rule).ok && text.replace(/[^0-9]/g, '').length >= LEAST_DIGITS
