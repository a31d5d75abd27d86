import { isBlank } from '../../domain/ids/cleanText'
import type { ColumnNames } from '../../domain/sheet/columnNames'
import { DELIMITERS } from '../../domain/ids/delimiters'
import { readMeaning } from '../cells/readMeaning'
import { cutSample, findDelimiter, parseSample, SNIFFED_LENGTH } from './sniffDialect'

/**
 * Finds a mark that ends each line and separates nothing: `Pune,1253231242;`. It would become part of the last
 * column, so it matters only where that column has a meaning.
 */
export function findEndMark(text: string, delimiter: string, names?: ColumnNames): string | undefined {
  const sample = cutSample(text)
  // The sample may cut off the last line.
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
    // Rows of different widths would end in other columns, where the mark may belong to the text.
    return own === delimiter && header >= 0 && records.slice(header).every(({ length }) => length === width)
  })
}

const dropEnd = (text: string, mark: string): string => (text.endsWith(mark) ? text.slice(0, -1) : text)

/** Removes the mark from the end of each line, block by block. Lines end in `\n`. */
export function createEndTrimmer(mark: string): (text: string, last: boolean) => string {
  let held = ''
  return (text, last) => {
    const all = held + text
    // The next block tells whether this mark ends the line.
    held = !last && all.endsWith(mark) ? mark : ''
    const whole = last || held !== '' ? dropEnd(all, mark) : all
    return whole.replaceAll(`${mark}\n`, '\n')
  }
}
