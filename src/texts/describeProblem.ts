import type { FileProblem, FileProblemCode } from '../domain/sheet/fileProblem'
import type { Messages } from './messages'

interface ProblemText {
  readonly title: string
  readonly text: string
}

/** @param asks the user can say what is missing */
type Describe = (problem: FileProblem, messages: Messages, asks: boolean) => ProblemText

type Problems = Messages['problems']
/** Problems whose texts take no values. */
type PlainCode = {
  [Code in FileProblemCode]: Problems[Code] extends ProblemText ? Code : never
}[FileProblemCode]

/** Stands for a row that the reader could not name. */
const NO_ROW = '?'
const nameRow = (row: number | undefined) => String(row ?? NO_ROW)

const join = (...sentences: readonly string[]) => sentences.filter(Boolean).join(' ')

/**
 * The file that a lock file belongs to, by the name of the lock: `~$orders.xlsx`, in LibreOffice `.~lock.orders.xlsx#`.
 */
function nameLocked(lock: string): string | undefined {
  const [, excel, other] = /^(?:~\$(.+)|\.~lock\.(.+)#)$/.exec(lock) ?? []
  return excel ?? other
}

function quoteColumns({ columns = [] }: FileProblem, { quoted, list }: Messages): string {
  return list(columns.map((name) => quoted({ name })))
}

function titleTooLarge({ unit, limit = 0, row: at }: FileProblem, { problems, bytes }: Messages): string {
  const texts = problems.TOO_LARGE
  const row = nameRow(at)
  if (unit === 'columns' || unit === 'format' || unit === 'cells') return texts[unit]({ row, most: limit })
  if (unit === 'texts') return texts.texts({ most: limit })
  if (unit === 'characters')
    return limit > 0 ? texts.characters({ row, most: limit }) : texts.endless({ row })
  return limit > 0 ? texts.file({ size: bytes(limit) }) : texts.row({ row })
}

/** The rows of one sub-order differ, as line items do; or two headings speak of them. */
function describeLines({ found: id = '', row, otherRow, columns = [] }: FileProblem, problems: Problems) {
  const { repeated, headings, text } = problems.WRONG_SHEET
  const [first, second] = columns
  if (first === undefined) return text
  if (otherRow !== undefined)
    return repeated({ id, row: nameRow(row), other: nameRow(otherRow), column: first })
  return second ? headings({ product: first, amount: second }) : text
}

const describeTitled: Describe = ({ code, found }, { problems }) => {
  const { title, titleFound, text } =
    problems[code as 'FILE_IS_ZIP' | 'FILE_IS_OTHER_WORKBOOK' | 'FILE_IS_BINARY']
  return { title: found ? titleFound({ found }) : title, text }
}

const describeNamed: Describe = ({ code, found = '' }, { problems }) => {
  const { title, text } = problems[code as 'FILE_IS_NO_TABLE' | 'HIDDEN_SHEETS']
  return { title: title({ found }), text }
}

const describeOtherFormat: Describe = ({ code }, { problems }) => {
  const { title, text } = problems[code as 'FILE_IS_XLSX' | 'FILE_IS_HTML']
  return { title, text: join(text, problems.again) }
}

/** Problems whose plain texts are only a part of the message. */
type JoinedCode = 'FILE_IS_XLSX' | 'FILE_IS_HTML' | 'FILE_IS_LOCK' | TitledCode
type TitledCode = 'FILE_IS_ZIP' | 'FILE_IS_OTHER_WORKBOOK' | 'FILE_IS_BINARY'

const describers: Record<Exclude<FileProblemCode, PlainCode> | JoinedCode, Describe> = {
  MISSING_HEADER: (problem, messages, asks) => {
    const { title, text, found, asks: asking } = messages.problems.MISSING_HEADER
    const n = problem.columns?.length ?? 0
    return {
      title: title({ n, columns: quoteColumns(problem, messages) }),
      text: join(problem.found ? found({ found: problem.found }) : '', (asks ? asking : text)({ n })),
    }
  },
  DUPLICATE_HEADER: (problem, messages, asks) => {
    const { title, text, asks: asking } = messages.problems.DUPLICATE_HEADER
    return { title: title({ columns: quoteColumns(problem, messages) }), text: asks ? asking : text }
  },
  WRONG_SHEET: (problem, { problems, tabs }) => {
    const { title, lines } = problems.WRONG_SHEET
    const { belongsTo } = problem
    return {
      title: title({ tab: belongsTo ? tabs[belongsTo] : '' }),
      text: belongsTo === 'sub-orders' ? lines : describeLines(problem, problems),
    }
  },
  UNCLEAR_HEADER: ({ row, found = '' }, { problems }, asks) => {
    const { title, text, asks: asking } = problems.UNCLEAR_HEADER
    return { title, text: (asks ? asking : text)({ row: nameRow(row), found }) }
  },
  UNTERMINATED_QUOTE: ({ row }, { problems }) => {
    const { title, text } = problems.UNTERMINATED_QUOTE
    return { title: title({ row: nameRow(row) }), text }
  },
  FILE_IS_XLSX: describeOtherFormat,
  FILE_IS_HTML: describeOtherFormat,
  FILE_IS_LOCK: ({ fileName }, { problems }) => {
    const { title, text, textNamed } = problems.FILE_IS_LOCK
    const name = nameLocked(fileName)
    return { title, text: name === undefined ? text : textNamed({ name }) }
  },
  FILE_IS_NO_TABLE: describeNamed,
  HIDDEN_SHEETS: describeNamed,
  FILE_IS_ZIP: describeTitled,
  FILE_IS_OTHER_WORKBOOK: describeTitled,
  FILE_IS_BINARY: describeTitled,
  UNSUPPORTED_ENCODING: ({ found }, { problems }) => {
    const { title, titleFound } = problems.UNSUPPORTED_ENCODING
    return { title: found ? titleFound({ found }) : title, text: problems.again }
  },
  TOO_MANY_ROWS: ({ limit = 0 }, { problems }) => {
    const { title, text } = problems.TOO_MANY_ROWS
    return { title: title({ most: limit }), text }
  },
  TOO_LARGE: (problem, messages) => {
    const { text, formatText } = messages.problems.TOO_LARGE
    return { title: titleTooLarge(problem, messages), text: problem.unit === 'format' ? formatText : text }
  },
}

const isDescribed = (code: FileProblemCode): code is keyof typeof describers => code in describers

/** Says why nothing of a file is loaded, and what to do. @param asks the user can say what is missing */
export function describeProblem(problem: FileProblem, asks: boolean, messages: Messages): ProblemText {
  const { code } = problem
  return isDescribed(code) ? describers[code](problem, messages, asks) : messages.problems[code]
}
