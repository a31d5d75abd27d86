import { isBlank } from '../../domain/ids/cleanText'
import type { ColumnNames } from '../../domain/sheet/columnNames'
import { DELIMITERS } from '../../domain/ids/delimiters'
import { readMeaning } from '../cells/readMeaning'
import { cutSample, findDelimiter, parseSample, SNIFFED_LENGTH } from './sniffDialect'

/**
 * Finds a mark that ends each line and parts nothing: `Pune,1253231242;`. It would be a part of the last column, and
 * counts only where that is one of ours.
 */
export function findEndMark(text: string, delimiter: string, names?: ColumnNames): string | undefined {
  const sample = cutSample(text)
  // The last line may be cut off.
  const whole = text.length > SNIFFED_LENGTH ? sample.slice(0, sample.lastIndexOf('\n') + 1) : sample
  const lines = whole.split('\n').filter((line) => !isBlank(line))
  return DELIMITERS.find((mark) => {
    if (mark === delimiter || lines.length < 2 || !lines.slice(1).every((line) => line.endsWith(mark)))
      return false
    const bare = lines.map((line) => dropEnd(line, mark)).join('\n')
    const own = findDelimiter(bare, names)
    const records = parseSample(bare, own)
    const header = records.findIndex((cells) => readMeaning(cells.at(-1) ?? '', names) !== undefined)
    const width = records[header]?.length
    // Of a row that lacks cells it may end any other.
    return own === delimiter && header >= 0 && records.slice(header).every(({ length }) => length === width)
  })
}

const dropEnd = (text: string, mark: string): string => (text.endsWith(mark) ? text.slice(0, -1) : text)

/** Takes the mark off the end of each line, piece by piece. Lines end in `\n`. */
export function createEndTrimmer(mark: string): (text: string, last: boolean) => string {
  let held = ''
  return (text, last) => {
    const all = held + text
    // The line may end with it in the next piece.
    held = !last && all.endsWith(mark) ? mark : ''
    const whole = last || held !== '' ? dropEnd(all, mark) : all
    return whole.replaceAll(`${mark}\n`, '\n')
  }
}
