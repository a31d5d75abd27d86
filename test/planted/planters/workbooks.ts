import { nameColumn, type WrittenCell } from '../../support/workbook'
import { cellOf, countLinesOf, pickSound, withCell, withLine } from '../editSheet'
import type { PlantedLine, PlantedSheet, Planter } from '../plantedSheet'

/** A row that nobody sees. If its ID stands in another row too, a person points at that row. */
function hideLine(sheet: PlantedSheet, at: number, more: Partial<PlantedLine> = {}): PlantedSheet {
  const line = sheet.lines[at] as PlantedLine
  const again = sheet.lines[at + 1]
  const hidden = withLine(sheet, at, { ...line, ...more, isUnseen: true, leave: 'look' })
  const isTwice = line.truth !== undefined && again?.truth === line.truth
  return isTwice ? withLine(hidden, at + 1, { ...again, leave: 'send' }) : hidden
}

const hiddenRow: Planter = {
  name: 'a hidden row',
  plant: (sheet, random) => {
    const at = sheet.form.type === 'workbook' ? pickSound(sheet, random) : undefined
    return at === undefined || sheet.layout !== 'table' ? undefined : hideLine(sheet, at, { isHidden: true })
  },
}

/** The cell above is merged over the ID of this row. The ID is still in the file. */
const underMerge: Planter = {
  name: 'a value under a merged cell',
  plant: (sheet, random) => {
    const { form, lines } = sheet
    const at = form.type === 'workbook' ? pickSound(sheet, random) : undefined
    const line = at === undefined ? undefined : lines[at]
    if (at === undefined || !line || form.type !== 'workbook' || line.roles) return undefined
    if (lines[at - 1]?.part !== 'data' || lines[at - 1]?.truth?.id === line.truth?.id) return undefined
    const column = nameColumn(sheet.roles.indexOf('id'))
    const merged = [...form.merged, `${column}${at}:${column}${at + 1}`]
    return hideLine({ ...sheet, form: { ...form, merged } }, at)
  },
}

/** An ID that the workbook does not show: nobody would point at the visible text. */
function putUnseen(sheet: PlantedSheet, at: number | undefined, text: string, written: WrittenCell) {
  const line = at === undefined ? undefined : sheet.lines[at]
  if (at === undefined || !line || sheet.form.type !== 'workbook') return undefined
  const { truth: _, ...rest } = line
  return withCell(withLine(sheet, at, rest), at, 'id', cellOf(text, { written }), {
    leave: 'never',
  })
}

const hiddenZero: Planter = {
  name: 'a zero that its format hides',
  plant: (sheet, random) => {
    const at = pickSound(sheet, random, ({ truth }) => countLinesOf(sheet, truth?.id ?? '') === 1)
    const [format, seen] = random.pick<readonly [string, string]>([
      ['0;-0;;@', ''],
      ['#', ''],
      ['_-* #,##0_-;-* #,##0_-;_-* "-"??_-;_-@_-', '-'],
    ])
    return putUnseen(sheet, at, seen, { value: 0, format })
  },
}

const unworkedFormula: Planter = {
  name: 'a formula that was never worked out',
  plant: (sheet, random) => {
    const at = pickSound(sheet, random, ({ truth }) => countLinesOf(sheet, truth?.id ?? '') === 1)
    return putUnseen(sheet, at, '', { formula: 'B2&"-"&C2' })
  },
}

/** Damage that only a workbook can have. */
export const workbookPlanters: readonly Planter[] = [hiddenRow, underMerge, hiddenZero, unworkedFormula]
