import { cleanText, countShown, isBlank } from '../../domain/ids/cleanText'
import { isHeading } from '../../domain/tables/headingWords'
import { readSubOrderId } from '../../domain/ids/identifiers'
import type { IdRule } from '../../domain/ids/idRule'
import type { Candidate } from './headerCandidates'
import type { HeldRecord } from '../cells/heldRecord'

/** Which of the candidates heads the table. In doubt nothing is read, and the best of them is offered. */
export type Chosen =
  | { readonly kind: 'sure'; readonly candidate: Candidate }
  | { readonly kind: 'doubt'; readonly best: Candidate }
  /** It is a label with values below, and the table below them has a heading of its own, in words that we do not know. */
  | { readonly kind: 'label'; readonly candidate: Candidate }

// Words that head nothing but what a report was made by.
const label =
  /^(?:sort|sorted|sorting|filter|filters|filtered|group|grouped|grouping|search|searched|print|printed|export|exported|report|generated|selection|field|key|criteria|criterion|columns|sortiert|sortierung|gefiltert|gruppiert|tri|trie|trié|filtre|filtro|filtr|orden|ordenado|ordinato|ordine|sortering|sıralama|сортировка|фильтр|क्रम|फ़िल्टर)(?: (?:by|in|on|for|from|to|at|field|text|type|key|order|column|nach|par|por|per|op|po|по))?:?$|:$/i
const endsInBy = /\b(?:by|nach|par|por|per)$/i
const doer =
  /^(?:created|updated|modified|cancell?ed|approved|assigned|packed|shipped|fulfilled|added|requested|handled|sold|picked) by$/i
const filter =
  /^(?:contains|equals|is|like|starts|ends|begins|in|not|any|all|asc|desc|enth[aä]lt|gleich|contient|contiene|cont[eé]m)(?:\b|\s|$)/i

/** So many labels have a number beside them: an account, a phone. */
const MOST_LABEL_ROWS = 3

/** A line of labels has few cells. */
const MOST_LABELS = 4

/** Digits of a value that stands beside a label; a heading such as `Address 2` has fewer. */
const LEAST_DIGITS = 4

/** Whether a header reads like a line of labels and values: `Sorted by`, `Contains: 12532`, `1253231250`. */
function isLabelled({ header, idColumn }: Candidate): boolean {
  return (
    countShown(header) <= MOST_LABELS &&
    header.some((text, column) => {
      if (column === idColumn || isBlank(text)) return false
      const cleaned = cleanText(text).slice(0, 100)
      return label.test(cleaned) || filter.test(cleaned) || (endsInBy.test(cleaned) && !doer.test(cleaned))
    })
  )
}

/** A cell beside the name of the ID holds an ID or a like value: a filter, or a row of data in which the name stands. */
function isValued({ header, idColumn }: Candidate, rule: IdRule | undefined): boolean {
  return header.some((text, column) => column !== idColumn && holdsValue(cleanText(text).slice(0, 255), rule))
}

const holdsValue = (text: string, rule: IdRule | undefined): boolean =>
  readSubOrderId(text, rule).ok && text.replace(/[^0-9]/g, '').length >= LEAST_DIGITS

/** Rows below a label, or below a name that stands alone, are no table where no two of their IDs are alike. */
function isTitle(candidate: Candidate, all: readonly Candidate[]): boolean {
  const { section, header, idColumn } = candidate
  const { verdict, long } = section
  // One short value below a label is its own.
  if (verdict === 'single' && long === 0) return isLabelled(candidate)
  if (verdict !== 'empty' && verdict !== 'none' && verdict !== 'scattered') return false
  if (countShown(header) === 1 || isLabelled(candidate)) return true
  return (
    verdict === 'empty' && all.every((other) => other.idColumn === undefined || other.idColumn === idColumn)
  )
}

/** Joined files: one header, its columns in another order. What stands below the second is never read by the first. */
function isReordered({ header }: Candidate, first: Candidate): boolean {
  const sortTexts = (texts: readonly string[]) =>
    texts.map((text) => cleanText(text).toLowerCase()).toSorted()
  return JSON.stringify(sortTexts(header)) === JSON.stringify(sortTexts(first.header))
}

/** Whether it is sure that a table comes first and another heading below it; else the first could be a label above the table. */
function isFollowed(table: Candidate, next: Candidate): boolean {
  const { verdict, shape } = table.section
  if (isReordered(next, table)) return true
  if (isLabelled(table)) return false
  if (next.idColumn === undefined) return verdict !== 'mixed'
  return verdict === 'good' && shape === next.section.shape
}

/** Whether rows may stand below a label as well as below a header. */
function isFew({ section: { verdict, sound } }: Candidate): boolean {
  return verdict === 'single' || sound <= MOST_LABEL_ROWS
}

/** More cells than a label has, headings beside the name of the ID, or damaged IDs below it: a table all of whose IDs are bad. */
function isLikeHeader({ header, section }: Candidate): boolean {
  const shown = countShown(header)
  return (
    shown > 2 || section.hasDamaged || (shown > 1 && header.every((text) => isBlank(text) || isHeading(text)))
  )
}

function chooseOnly(candidate: Candidate, rule: IdRule | undefined): Chosen {
  const { section, nextHeading, rowOfWords } = candidate
  const { verdict } = section
  // Beside labels stand short values alone, or another header stands below them.
  const isShort = verdict !== 'empty' && section.long === 0 && candidate.idColumn !== 0
  const isPoor = isShort || rowOfWords !== undefined
  if (isPoor && isLabelled(candidate)) return { kind: 'label', candidate }
  // `Search in,Sub Order ID`, `Results,2`, then the table: no list of labels knows all of them.
  const isHeader = verdict !== 'single' && isLikeHeader(candidate)
  if (isShort && nextHeading && isFew(candidate) && !isHeader) return { kind: 'label', candidate }
  if (rowOfWords && isValued(candidate, rule)) return { kind: 'label', candidate }
  const hasTable = verdict !== 'empty' && verdict !== 'none' && verdict !== 'scattered'
  const mayHead = verdict !== 'empty' && !isLabelled(candidate) && isLikeHeader(candidate)
  if (nextHeading && !hasTable && mayHead) return { kind: 'doubt', best: candidate }
  if (nextHeading && (!hasTable || (isFew(candidate) && isLabelled(candidate))))
    return { kind: 'label', candidate }
  const isDoubtful = verdict === 'none' || verdict === 'scattered'
  return isDoubtful && (isLabelled(candidate) || isValued(candidate, rule))
    ? { kind: 'label', candidate }
    : { kind: 'sure', candidate }
}

/**
 * Chooses the header that the rows below agree with.
 *
 * @param all different ones, in their order
 * @param rule of the host, for its IDs
 */
export function chooseHeader(all: readonly [Candidate, ...Candidate[]], rule?: IdRule): Chosen {
  const headings = all.filter((candidate) => !isValued(candidate, rule))
  const candidates = headings.length > 0 ? headings : all
  const [first = all[0], ...others] = candidates
  if (others.length === 0) return chooseOnly(first, rule)
  const answered = candidates.find(({ answers }) => answers.includes('heading'))
  // The answer was about another file: what stands above this one is not to be lost.
  if (answered && !candidates.slice(0, candidates.indexOf(answered)).some(holdsIds))
    return { kind: 'sure', candidate: answered }
  const tables = candidates.filter((candidate) => !isTitle(candidate, candidates))
  const last = others.at(-1) ?? first
  if (tables.length === 0) {
    const isBare = candidates.every(({ section }) => section.verdict === 'empty')
    return isBare ? { kind: 'sure', candidate: last } : { kind: 'doubt', best: last }
  }
  const unlabelled = tables.filter((table) => !isLabelled(table))
  const isPlain = ({ section }: Candidate) =>
    section.verdict !== 'single' && unlabelled.every((table) => table.section.shape === section.shape)
  const plain = tables.filter((table) => unlabelled.includes(table) || isPlain(table))
  const [table = first, ...more] = plain.length > 0 ? plain : tables
  // What stands below the others is listed, and not sent.
  if (more.every((next) => isFollowed(table, next))) return { kind: 'sure', candidate: table }
  return { kind: 'doubt', best: findBest([table, ...more]) }
}

/**
 * Rows above the header that is taken are titles, and are not listed: what reads as an ID must not stand there. The value of a label stands behind
 * it, and is short or like no other.
 */
function holdsIds({ section: { verdict, sound, long }, idColumn }: Candidate): boolean {
  if (idColumn === 0) return sound > 0
  return verdict !== 'scattered' && (verdict === 'single' ? long > 0 : long * 2 > sound)
}

/**
 * The rows that a person may choose as the header, in their order. None stands below IDs: those would be rows of no table.
 *
 * @param likely the row that is offered first
 */
export function listOffers(candidates: readonly Candidate[], likely: HeldRecord): readonly HeldRecord[] {
  const holder = candidates.find((candidate) => !isLabelled(candidate) && holdsIds(candidate))
  const last = holder?.record.row ?? Number.POSITIVE_INFINITY
  const rows = candidates.flatMap(({ record, nextHeading, rowOfWords }) => [record, nextHeading, rowOfWords])
  const offered = new Set(rows.flatMap((one) => (one && one.row <= last ? [one] : [])))
  return [...offered.add(likely)].toSorted((one, next) => one.row - next.row)
}

/**
 * What a person would most likely point at: no line of labels while there is another; then the first with IDs below it, for what stands below
 * the others is listed; then the most rows.
 */
function findBest(tables: readonly [Candidate, ...Candidate[]]): Candidate {
  const unlabelled = tables.filter((table) => !isLabelled(table))
  const [first = tables[0], ...others] = unlabelled.length > 0 ? unlabelled : tables
  const holder = unlabelled.find(holdsIds)
  if (holder) return holder
  const rank = ({ section, found }: Candidate) => section.sound + (found.ok ? 0.5 : 0)
  return others.reduce((one, next) => (rank(next) >= rank(one) ? next : one), first)
}
