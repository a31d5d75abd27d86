import { cellOf, countLinesOf, findSound, pickSound, withCell, withLine } from '../editSheet'
import type { PlantedLine, PlantedSheet, Planter } from '../plantedSheet'

const edited = (sheet: PlantedSheet, edit: (text: string) => string): PlantedSheet | undefined =>
  sheet.form.type === 'text' ? { ...sheet, edits: [...sheet.edits, edit] } : undefined

/** Two stray quotes: the first begins a cell, the second ends a cell some rows below. */
const strayQuotes: Planter = {
  name: 'two stray quotes',
  plant: (sheet, random) => {
    if (sheet.form.type !== 'text' || sheet.form.quotesAll) return undefined
    const role = (['item', 'name', 'state', 'city'] as const).find((one) => sheet.roles.includes(one))
    const { lines, roles } = sheet
    // Cells at the end of a row may have been left out before.
    const sound = findSound(sheet).filter((at) => {
      const place = role ? (lines[at]?.roles ?? roles).indexOf(role) : -1
      return lines[at]?.cells[place] !== undefined
    })
    const from = random.below(sound.length)
    const above = sound[from]
    const below = sound[from + 1 + random.below(3)]
    if (!role || above === undefined || below === undefined) return undefined
    const opened = withCell(sheet, above, role, cellOf('Deluxe set', { raw: '"Deluxe set' }))
    const closed = withCell(opened, below, role, cellOf('Tube 20', { raw: 'Tube 20"' }))
    return { ...closed, isLoose: true }
  },
}

const swappedTab: Planter = {
  name: 'a file on the other tab',
  plant: (sheet, random) => {
    if (sheet.readAs !== sheet.tab) return undefined
    const readAs = sheet.tab === 'line-items' ? 'sub-orders' : 'line-items'
    const names = sheet.roles.map((role, at) => {
      if (role === 'sku') return random.pick(['SKU ID', 'SKU', 'Seller SKU', 'Increff SKU ID', 'Article SKU'])
      if (role === 'quantity') return random.pick(['Quantity', 'Qty', 'Menge', 'Units', 'Cantidad', 'Pcs'])
      return sheet.names[at] ?? ''
    })
    const lines = sheet.lines.map((line): PlantedLine => {
      const cells = line.part === 'header' ? names.map((name) => cellOf(name)) : line.cells
      return { ...line, cells, leave: 'never' }
    })
    return { ...sheet, readAs, names, lines }
  },
}

const html: Planter = {
  name: 'HTML around it',
  plant: (sheet) =>
    sheet.form.type === 'text' && sheet.layout === 'table'
      ? { ...sheet, layout: 'html', isLoose: true }
      : undefined,
}

const packedRows: Planter = {
  name: 'rows packed in one cell',
  plant: (sheet) => {
    if (sheet.layout !== 'table' || sheet.roles.length < 2) return undefined
    // As text in a single cell, a number has no format that could damage it.
    const isDamaged = sheet.lines.some(
      ({ part, leave }) => part !== 'title' && part !== 'header' && leave !== 'send',
    )
    return sheet.form.type === 'workbook' && isDamaged ? undefined : { ...sheet, layout: 'packed' }
  },
}

const oneValueALine: Planter = {
  name: 'one value a line',
  plant: (sheet, random) => {
    if (sheet.form.type !== 'text' || sheet.layout !== 'table' || sheet.roles.length < 2) return undefined
    const laid: PlantedSheet = { ...sheet, layout: 'values', isLoose: true }
    return laid.tab === 'line-items' && random.below(2) === 0 ? swappedTab.plant(laid, random) : laid
  },
}

const byteOrderMark: Planter = {
  name: 'a byte order mark as letters',
  keeps: true,
  plant: (sheet) =>
    sheet.form.type === 'text' && !sheet.form.hasSepLine && sheet.form.encoding.startsWith('utf-8')
      ? edited(sheet, (text) => `ï»¿${text}`)
      : undefined,
}

const controlZ: Planter = {
  name: 'an end of file mark',
  plant: (sheet) => edited(sheet, (text) => `${text}\u001a`),
}

const nuls: Planter = {
  name: 'NULs behind line ends',
  plant: (sheet, random) => {
    const every = random.below(4)
    if (every === 0) return edited(sheet, (text) => text + '\0'.repeat(40))
    // Behind each line end, or only behind some: then some lines of a sub-order have none.
    // A NUL in front of a quote that opens a cell over several lines makes rows of its lines.
    return edited({ ...sheet, isLoose: true }, (text) => {
      const lines = text.split('\n')
      return lines.map((line, at) => (at > 0 && at % every === 0 ? `\0${line}` : line)).join('\n')
    })
  },
}

const nulInId: Planter = {
  name: 'a NUL in an ID',
  plant: (sheet, random) => {
    // If another row holds the same whole sub-order, that row sends it.
    const isAlone = ({ truth }: PlantedLine) =>
      sheet.readAs === 'line-items' || countLinesOf(sheet, truth?.id ?? '') === 1
    const at = pickSound(sheet, random, isAlone)
    const line = at === undefined ? undefined : sheet.lines[at]
    if (at === undefined || !line || sheet.form.type !== 'text') return undefined
    const id = line.truth?.id ?? ''
    return withLine(withCell(sheet, at, 'id', cellOf(`${id.slice(0, 4)}\0${id.slice(4)}`)), at, {
      ...(withCell(sheet, at, 'id', cellOf(`${id.slice(0, 4)}\0${id.slice(4)}`)).lines[at] as PlantedLine),
      leave: 'never',
    })
  },
}

/** Damage of a whole file. */
export const wholePlanters: readonly Planter[] = [
  strayQuotes,
  swappedTab,
  html,
  packedRows,
  oneValueALine,
  byteOrderMark,
  controlZ,
  nuls,
  nulInId,
]
