import type { Scenario } from '../../mocks/scenarios'
import type { SheetKind } from '../../src/domain/sheet/columnMeaning'

/** What a file on the disk must hold: UTF-8 with byte order mark, CRLF. Written without the product's own writer. */
export function writeBytes(records: readonly (readonly string[])[], delimiter = ','): Buffer {
  const quote = (cell: string) => (/[",;\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
  const lines = records.map((cells) => `${cells.map(quote).join(delimiter)}\r\n`)
  return Buffer.from(`\ufeff${lines.join('')}`, 'utf8')
}

interface RowResult {
  readonly status: string
  readonly code: string
  readonly message: string
}

/** Asks an OMS of the scenario itself, and says in the words of the screen what it says. */
function askOms(
  scenario: Scenario,
  kind: SheetKind,
  rows: readonly string[][],
): ReadonlyMap<string, RowResult> {
  const oms = scenario.createOms()
  const results = new Map<string, RowResult>()
  for (const [id = ''] of rows) {
    if (results.has(id)) continue
    const orderItems = rows
      .filter((row) => row[0] === id)
      .map(([, skuId, quantity]) => ({ skuId, cancelledQuantity: Number(quantity) }))
    const { status, body } = oms.answer({
      method: 'PUT',
      path: `orders/${id}/${kind === 'sub-orders' ? 'cancel' : 'cancel-line-items'}`,
      headers: {},
      body: JSON.stringify(kind === 'sub-orders' ? {} : { orderItems }),
    })
    results.set(id, readReply(status, body as Body | undefined))
  }
  return results
}

interface Body {
  readonly code?: string
  readonly message?: string
  readonly errorMessage?: string
}

function readReply(status: number, body: Body | undefined): RowResult {
  if (body?.code === 'ALREADY_CANCELLED') return { status: 'SUCCESS', code: '', message: 'already cancelled' }
  if (status === 200 && !body?.errorMessage) return { status: 'SUCCESS', code: '', message: '' }
  return { status: 'ERROR', code: body?.code ?? '', message: body?.message ?? body?.errorMessage ?? '' }
}

/** Rows of the ready-made sheets that stand there to be refused before any call. */
function isRough([id = '', sku, quantity]: readonly string[], kind: SheetKind, seen: Set<string>): boolean {
  if (kind === 'line-items') return id.startsWith('1253239') || !sku || quantity === '0'
  if (!/^\d{10}$/.test(id) || seen.has(id)) return true
  seen.add(id)
  return false
}

/** The records that a download must have after a run over the scenario's own sheet, header first. */
export function expectResults(scenario: Scenario, kind: SheetKind, choose: 'failed' | 'all'): string[][] {
  const csv = kind === 'sub-orders' ? scenario.subOrdersCsv : scenario.lineItemsCsv
  const [header = [], ...rows] = csv
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(','))
  const seen = new Set<string>()
  const sound = rows.filter((row) => !isRough(row, kind, seen))
  const resultOf = askOms(scenario, kind, sound)
  const results = sound.flatMap((row) => {
    const { status, code, message } = resultOf.get(row[0] ?? '') ?? { status: '', code: '', message: '' }
    return choose === 'all' || status === 'ERROR' ? [[...row, status, code, message]] : []
  })
  return [[...header, 'Status', 'Error Code', 'Error Message'], ...results]
}
