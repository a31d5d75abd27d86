import { cleanText, countShown, isBlank } from '../../domain/ids/cleanText'
import type { IdRule } from '../../domain/ids/idRule'
import { isHeading } from '../../domain/tables/headingWords'
import type { Candidate } from './headerCandidates'
import { isLabelled, isValued } from './labels'
import { findLikeliest, holdsIds } from './rankHeaders'

/** The candidate that heads the table. In doubt nothing is read, and the user is offered the likeliest candidate. */
export type Chosen =
  | { readonly kind: 'sure'; readonly candidate: Candidate }
  | { readonly kind: 'doubt'; readonly best: Candidate }
  /** The candidate is a label with its values. The table below has another header, in words that we do not know. */
  | { readonly kind: 'label'; readonly candidate: Candidate }

// This many labels may have a number beside them: an account, a phone.
const MOST_LABEL_ROWS = 3

/**
 * Whether the rows below a label, or below a name that stands alone, are no table because no two of their IDs are
 * alike.
 */
function isTitle(candidate: Candidate, all: readonly Candidate[]): boolean {
  const { section, header, idColumn } = candidate
  const { verdict, long } = section
  // A short value below a label belongs to the label.
  if (verdict === 'single' && long === 0) return isLabelled(candidate)
  if (verdict !== 'empty' && verdict !== 'none' && verdict !== 'scattered') return false
  if (countShown(header) === 1 || isLabelled(candidate)) return true
  return verdict === 'empty' && all.every((next) => next.idColumn === undefined || next.idColumn === idColumn)
}

/**
 * Whether two headers have the same columns in another order, as joined files have. The first header must not read
 * the second table.
 */
function isReordered({ header }: Candidate, first: Candidate): boolean {
  const sortTexts = (texts: readonly string[]) =>
    texts.map((text) => cleanText(text).toLowerCase()).toSorted()
  return JSON.stringify(sortTexts(header)) === JSON.stringify(sortTexts(first.header))
}

/**
 * Whether a table surely comes first and another heading below it; otherwise the first could be a label above the
 * table.
 */
function isFollowed(table: Candidate, next: Candidate): boolean {
  const { verdict, shape } = table.section
  if (isReordered(next, table)) return true
  if (isLabelled(table)) return false
  if (next.idColumn === undefined) return verdict !== 'mixed'
  return verdict === 'good' && shape === next.section.shape
}

/** Whether the rows are so few that they may stand below a label as well as below a header. */
function isFew({ section: { verdict, sound } }: Candidate): boolean {
  return verdict === 'single' || sound <= MOST_LABEL_ROWS
}

/** Whether a candidate has more cells than a label, headings beside the name of the ID, or damaged IDs below it. */
function isLikeHeader({ header, section }: Candidate): boolean {
  const shown = countShown(header)
  return (
    shown > 2 || section.hasDamaged || (shown > 1 && header.every((text) => isBlank(text) || isHeading(text)))
  )
}

function chooseOnly(candidate: Candidate, rule: IdRule | undefined): Chosen {
  const { section, nextHeading, rowOfWords } = candidate
  const { verdict } = section
  // Beside labels there are only short values, or another header below them.
  const isShort = verdict !== 'empty' && section.long === 0 && candidate.idColumn !== 0
  const isPoor = isShort || rowOfWords !== undefined
  if (isPoor && isLabelled(candidate)) return { kind: 'label', candidate }
  // No list of labels is complete: `Search in,Sub Order ID`, `Results,2`, then the table.
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
 * Chooses the header that fits the rows below it.
 *
 * @param all different headers, in their order
 * @param rule the host's rule for IDs
 */
export function chooseHeader(all: readonly [Candidate, ...Candidate[]], rule?: IdRule): Chosen {
  const headings = all.filter((candidate) => !isValued(candidate, rule))
  const candidates = headings.length > 0 ? headings : all
  const [first = all[0], ...others] = candidates
  if (others.length === 0) return chooseOnly(first, rule)
  const answered = candidates.find(({ answers }) => answers.includes('heading'))
  // The user answered about another file: IDs above the header of this file must not get lost.
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
  // The rows below the other headers are listed, and not sent.
  if (more.every((next) => isFollowed(table, next))) return { kind: 'sure', candidate: table }
  return { kind: 'doubt', best: findLikeliest([table, ...more]) }
}
