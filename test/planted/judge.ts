import type { ReadResult } from '../../src/domain/sheet/sheetReading'
import { isBlankLine } from './editSheet'
import type { PlantedLine, PlantedSheet, Truth } from './plantedSheet'
import { readPointedOut } from './readPointedOut'
import type { CheckedSheet } from '../../src/domain/sheet/checkedSheet'

/** A row that is sent, as the call has it. */
interface Sent extends Truth {
  readonly row: number
}

function listSent({ requests }: CheckedSheet): readonly Sent[] {
  return [...requests].flatMap((request): readonly Sent[] =>
    request.kind === 'whole'
      ? [{ row: request.row, id: request.subOrderId }]
      : request.lineItems.map(({ row, skuId, quantity }) => ({
          row,
          id: request.subOrderId,
          sku: skuId,
          quantity,
        })),
  )
}

const show = ({ id, sku, quantity }: Truth) => (sku === undefined ? id : `${id}|${sku}|${quantity}`)

/** The line of a row in the file: found by its number, or where rows have no numbers by its cells. */
function findLine({ lines, isLoose }: PlantedSheet, sent: Sent): PlantedLine | undefined {
  if (!isLoose) return lines[sent.row - 1]
  const same = lines.filter(({ truth }) => truth && show(truth) === show(sent))
  return same.find(({ leave }) => leave === 'send') ?? same[0]
}

function* findWronglySent(sheet: PlantedSheet, checked: CheckedSheet): Generator<string> {
  const pointedOut = readPointedOut(checked)
  const seen = new Set<string>()
  for (const sent of listSent(checked)) {
    const line = findLine(sheet, sent)
    const name = `row ${sent.row} is sent as ${show(sent)}`
    if (!line?.truth) {
      // The screen may ask about lines below a list: then a person looks at them.
      const isBelow = line === undefined ? sheet.isLoose : line.part === 'below'
      const isAsked = isBelow && pointedOut(sent.row)
      if (!isAsked) yield `${name}: nobody would point at it`
    } else if (show(line.truth) !== show(sent)) yield `${name}: it says ${show(line.truth)}`
    else if (line.leave === 'never') yield `${name}: it must not be sent`
    else if (line.leave === 'look' && !pointedOut(sent.row)) yield `${name}: nothing was said of it`
    if (seen.has(show(sent))) yield `${name}: twice`
    seen.add(show(sent))
  }
}

/** All line items of a sub-order, or none. */
function* findHalves({ lines, tab, readAs }: PlantedSheet, checked: CheckedSheet): Generator<string> {
  if (tab !== 'line-items' || readAs !== tab) return
  for (const request of checked.requests) {
    const { subOrderId: id } = request
    const own = lines.filter(({ truth }) => truth?.id === id)
    // Another law judges values that nobody wrote.
    if (own.length === 0) continue
    const seen = own.filter(({ isUnseen }) => !isUnseen)
    const sent = request.kind === 'whole' ? 1 : request.lineItems.length
    if (sent < seen.length || sent > own.length) yield `${id} is sent with ${sent} of its ${own.length} lines`
    if (own.some(({ leave }) => leave === 'never')) yield `${id} is sent, and a line of it must not be`
  }
}

/** Values that are lost: neither sent nor listed as an issue. */
function* findLost({ lines, isLoose, roles }: PlantedSheet, checked: CheckedSheet): Generator<string> {
  const sent = listSent(checked)
  const sentRows = new Set(sent.map(({ row }) => row))
  const sentTexts = new Set(sent.map(show))
  const refusedRows = new Set(checked.issues.map(({ row }) => row))
  const refusedTexts = [...checked.sheet.rows].flatMap(({ row, cells }) =>
    refusedRows.has(row) ? [cells.join('\n')] : [],
  )
  for (const [at, line] of lines.entries()) {
    if ((line.part !== 'data' && line.part !== 'below') || isBlankLine(line)) continue
    const mark =
      line.cells[(line.roles ?? roles).indexOf('id')]?.text ||
      line.cells.find(({ text }) => text !== '')?.text
    const isThere = isLoose
      ? (line.truth && sentTexts.has(show(line.truth))) ||
        refusedTexts.some((text) => text.includes(mark ?? ''))
      : sentRows.has(at + 1) || refusedRows.has(at + 1)
    if (!isThere) yield `row ${at + 1} (${mark}) is neither sent nor listed`
  }
}

/** The faults of a reading; a file that is refused or asked about has none. */
export function findWrong(sheet: PlantedSheet, read: ReadResult): readonly string[] {
  if (read.type !== 'checked') return []
  const { checked } = read
  return [
    ...findWronglySent(sheet, checked),
    ...findHalves(sheet, checked),
    // A file that is no table any more has other rows than the written ones.
    ...(sheet.layout === 'values' ? [] : findLost(sheet, checked)),
  ]
}

/** Good values that were not sent, without a word about them. */
export function findRefused({ lines }: PlantedSheet, read: ReadResult): readonly string[] {
  if (read.type !== 'checked') {
    const why = read.type === 'refused' ? read.problem.code : read.type
    return [`nothing is read: ${why}`]
  }
  const sent = new Set(listSent(read.checked).map(show))
  const pointedOut = readPointedOut(read.checked)
  const never = new Set(lines.flatMap(({ leave, truth }) => (leave === 'never' && truth ? [truth.id] : [])))
  return lines.flatMap(({ truth, leave }, at) => {
    if (!truth || leave !== 'send' || never.has(truth.id)) return []
    if (!sent.has(show(truth))) {
      const issue = read.checked.issues.find(({ row }) => row === at + 1)
      return [`row ${at + 1} is good and not sent: ${issue?.code ?? 'no issue'}`]
    }
    return pointedOut(at + 1) ? [`row ${at + 1} is good and pointed out`] : []
  })
}
