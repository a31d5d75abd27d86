import type { ColumnNames } from '../domain/sheet/columnNames'
import { measureMarks } from './bytes/byteOrderMarks'
import { createNewlineNormalizer } from './bytes/normalizeNewlines'
import { createRecordSplitter, type PushText, type RecordTaker } from './bytes/recordSplitter'
import { createEndTrimmer, findEndMark } from './rows/endMark'
import { sniffDialect } from './rows/sniffDialect'

/** Reads a text block by block and gives its records to a taker. */
export interface TextReader {
  readonly delimiter: string
  readonly read: PushText
}

/** @param beginning the first block of the text; it tells the delimiter */
export function createTextReader(beginning: string, taker: RecordTaker, names?: ColumnNames): TextReader {
  const marks = measureMarks(beginning)
  const own = beginning.slice(marks)
  const { delimiter, skipped } = sniffDialect(own, names)
  const normalize = createNewlineNormalizer(delimiter)
  const endMark = skipped > 0 ? undefined : findEndMark(own, delimiter, names)
  const trim = endMark === undefined ? undefined : createEndTrimmer(endMark)
  const push = createRecordSplitter(delimiter, taker)
  let toSkip = marks + skipped
  const read: PushText = (block, last) => {
    const normal = normalize(block.slice(toSkip), last)
    const trouble = push(trim ? trim(normal, last) : normal, last)
    toSkip = 0
    return trouble
  }
  return { delimiter, read }
}
