import type { Measures } from './measures'
import type { Phrases } from './phrases'
import type { Speech } from './speech'
import type { FileProblem } from '../domain/sheet/fileProblem'

interface ProblemWords {
  readonly title: string
  readonly text: string
}

/** Stands for a row that the reader could not name. */
const NO_ROW = '?'

/** The file that a lock file belongs to, by the name of the lock: `~$orders.xlsx`, in LibreOffice `.~lock.orders.xlsx#`. */
function nameLocked(lock: string): string | undefined {
  const [, excel, other] = /^(?:~\$(.+)|\.~lock\.(.+)#)$/.exec(lock) ?? []
  return excel ?? other
}

const join = (...sentences: readonly string[]) => sentences.filter(Boolean).join(' ')

/** Why nothing of a file is loaded, in words. */
export function createProblemWords(
  { problems, tabs, quoted }: Phrases,
  { list }: Speech,
  { bytes }: Measures,
) {
  function describeTooLarge({ unit, limit = 0, row: at }: FileProblem): string {
    const words = problems.TOO_LARGE
    const row = String(at ?? NO_ROW)
    if (unit === 'columns' || unit === 'format' || unit === 'cells') return words[unit]({ row, most: limit })
    if (unit === 'texts') return words.texts({ most: limit })
    if (unit === 'characters')
      return limit > 0 ? words.characters({ row, most: limit }) : words.endless({ row })
    return limit > 0 ? words.file({ size: bytes(limit) }) : words.row({ row })
  }
  /** The rows of one sub-order differ, as line items do; or two headings speak of them. */
  function describeLines({ found: id = '', row, otherRow, columns: named = [] }: FileProblem): string {
    const { repeated, headings, text } = problems.WRONG_SHEET
    const [first, second] = named
    if (first === undefined) return text
    const at = (place: number | undefined) => String(place ?? NO_ROW)
    if (otherRow !== undefined) return repeated({ id, row: at(row), other: at(otherRow), column: first })
    return second ? headings({ product: first, amount: second }) : text
  }
  function describeMissing({ found }: FileProblem, columns: readonly string[], asks: boolean): ProblemWords {
    const words = problems.MISSING_HEADER
    const n = columns.length
    return {
      title: words.title({ n, columns: list(columns) }),
      text: join(found ? words.found({ found }) : '', asks ? words.asks({ n }) : words.text({ n })),
    }
  }
  /** @param asks the user can say what is missing */
  return function describeProblem(problem: FileProblem, asks = false): ProblemWords {
    const { code, found, belongsTo } = problem
    const columns = (problem.columns ?? []).map((name) => quoted({ name }))
    switch (code) {
      case 'MISSING_HEADER':
        return describeMissing(problem, columns, asks)
      case 'DUPLICATE_HEADER': {
        const { title, text, asks: asking } = problems[code]
        return { title: title({ columns: list(columns) }), text: asks ? asking : text }
      }
      case 'WRONG_SHEET': {
        const { title, lines } = problems[code]
        const tab = belongsTo ? tabs[belongsTo] : ''
        return { title: title({ tab }), text: belongsTo === 'sub-orders' ? lines : describeLines(problem) }
      }
      case 'UNCLEAR_HEADER': {
        const { title, text, asks: asking } = problems[code]
        const row = String(problem.row ?? NO_ROW)
        return { title, text: (asks ? asking : text)({ row, found: found ?? '' }) }
      }
      case 'UNTERMINATED_QUOTE': {
        const { title, text } = problems[code]
        return { title: title({ row: String(problem.row ?? NO_ROW) }), text }
      }
      case 'FILE_IS_XLSX':
      case 'FILE_IS_HTML':
        return { title: problems[code].title, text: join(problems[code].text, problems.again) }
      case 'FILE_IS_LOCK': {
        const { title, text, textNamed } = problems[code]
        const name = nameLocked(problem.fileName)
        return { title, text: name === undefined ? text : textNamed({ name }) }
      }
      case 'FILE_IS_NO_TABLE':
      case 'HIDDEN_SHEETS':
        return { title: problems[code].title({ found: found ?? '' }), text: problems[code].text }
      case 'FILE_IS_ZIP':
      case 'FILE_IS_OTHER_WORKBOOK':
      case 'FILE_IS_BINARY': {
        const { title, titleFound, text } = problems[code]
        return { title: found ? titleFound({ found }) : title, text }
      }
      case 'UNSUPPORTED_ENCODING': {
        const { title, titleFound } = problems[code]
        return { title: found ? titleFound({ found }) : title, text: problems.again }
      }
      case 'TOO_MANY_ROWS': {
        const { title, text } = problems[code]
        return { title: title({ most: problem.limit ?? 0 }), text }
      }
      case 'TOO_LARGE':
        return {
          title: describeTooLarge(problem),
          text: problem.unit === 'format' ? problems.TOO_LARGE.formatText : problems.TOO_LARGE.text,
        }
      default:
        return problems[code]
    }
  }
}
