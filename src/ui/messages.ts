import type { Failure, UnknownReason } from '../domain/outcome'
import type { RequestState } from '../domain/requestState'
import type { PauseReason } from '../domain/run'
import type { FileProblem, Issue, SheetKind } from '../domain/sheet'
import type { Tally } from '../domain/tally'
import { createFormat } from './format'

/** Every visible string of the screen, with figures written in the given locale. @param locale BCP 47 */
export function createMessages(locale: string | undefined) {
  const { number, bytes, duration } = createFormat(locale)
  const count = (n: number, one: string, many: string) => `${number(n)} ${n === 1 ? one : many}`
  const subOrders = (n: number) => count(n, 'sub-order', 'sub-orders')
  const lineItems = (n: number) => count(n, 'line item', 'line items')
  const rows = (n: number) => count(n, 'row', 'rows')

  const tabs: Record<SheetKind, string> = {
    'sub-orders': 'Cancel Sub-Orders',
    'line-items': 'Cancel Sub-order Line Items',
  }
  const status: Record<RequestState['status'], string> = {
    succeeded: 'SUCCESS',
    failed: 'ERROR',
    sending: 'SENDING',
    unknown: 'UNKNOWN',
    'not-sent': 'NOT SENT',
  }

  function describeUnknown(reason: UnknownReason): string {
    const advice = 'Look the sub-order up before you send it again.'
    switch (reason.why) {
      case 'timed-out':
        return `No answer within ${duration(reason.afterMs)}; it may have been cancelled. ${advice}`
      case 'no-answer':
        return `The connection was lost before the answer came; it may have been cancelled. ${advice}`
      case 'server-error':
        return `The server answered HTTP ${reason.httpStatus} without saying how it ended. ${advice}`
      case 'unreadable-answer':
        return `The answer (HTTP ${reason.httpStatus}) could not be read; perhaps a login page. ${advice}`
      case 'not-an-answer':
        return `The portal's client gave no readable answer. ${advice}`
    }
  }
  function describeFailure({ message, httpStatus }: Pick<Failure, 'message' | 'httpStatus'>): string {
    return message || `The server refused it without giving a reason (HTTP ${httpStatus}).`
  }
  function describeState(state: RequestState): { status: string; code: string; message: string } {
    const label = status[state.status]
    switch (state.status) {
      case 'failed':
        return { status: label, code: state.failure.code, message: describeFailure(state.failure) }
      case 'unknown':
        return { status: label, code: '', message: describeUnknown(state.reason) }
      case 'succeeded':
        return {
          status: label,
          code: '',
          message: state.how === 'already-cancelled' ? 'already cancelled' : '',
        }
      default:
        return { status: label, code: '', message: '' }
    }
  }

  return {
    number,
    title: 'Sub-Order Cancellation',
    leaving: 'Sub-orders are being cancelled. If you leave now, the rest is not sent.',
    intro: 'A cancellation reaches the marketplace at once and cannot be undone.',
    tabs,
    cancellationType: 'Cancellation Type',
    multiple: 'Multiple Sub-Orders',
    single: 'Single Sub-Order',
    lineItemsNote:
      'Only quantity that is not fulfilled and not in processing (picklist not yet released) can be cancelled.',
    status,
    describeState,
    describeFailure,

    steps: {
      sampleTitle: 'Get the sheet',
      sampleText: {
        'sub-orders': 'One column, one Increff Sub Order ID in each row. Columns of your own may stay.',
        'line-items': 'Sub-order, Increff SKU ID and quantity in each row. Columns of your own may stay.',
      } satisfies Record<SheetKind, string>,
      excelHint: 'In Excel, set the ID columns to Text first, or long IDs lose digits.',
      uploadTitle: 'Upload it',
      startHint: 'Next you see every row. Nothing is sent before you confirm.',
    },
    downloadSample: 'Download sample CSV',
    upload: 'Upload CSV',
    dropHere: 'Drop the file here, or click to choose it',
    reading: (fileName: string) => `Reading ${fileName}`,
    openIn: (tab: string) => `Open it in ${tab}`,
    remove: 'Remove',
    removeNamed: (fileName: string) => `Remove ${fileName}`,
    busyElsewhere: 'Another run is going on. It must end or be stopped before this one can start.',
    asideNote: (fileName: string) => `${fileName} and its results were put aside.`,
    asideShow: 'Show them again',

    issues: {
      title: (n: number) => `${rows(n)} will not be sent`,
      text: 'You may go on with the rest, or mend the file and upload it again.',
      titleStarted: (n: number) => `${rows(n)} ${n === 1 ? 'was' : 'were'} held back`,
      textStarted: 'Download them, mend them and upload them as a new file.',
      show: 'Show rows',
      hide: 'Hide rows',
      download: 'Download issues CSV',
      table: 'Issues',
      columns: { row: 'Row', value: 'Value', code: 'Issue', advice: 'What to do' },
    },
    columns: {
      row: 'Row',
      increffSubOrderId: 'Increff Sub Order ID',
      subOrderId: 'Sub Order ID',
      lineItems: 'Line Items',
      quantity: 'Quantity',
      status: 'Status',
      message: 'Error Message',
      skuId: 'Increff SKU ID',
    },
    table: {
      name: { 'sub-orders': 'Sub-orders', 'line-items': 'Sub-orders with line items' } satisfies Record<
        SheetKind,
        string
      >,
      /** The filters, in words that are not those of the rows. */
      statuses: {
        all: 'All',
        succeeded: 'Success',
        failed: 'Error',
        unknown: 'Unknown',
        'not-sent': 'Not sent',
      },
      filter: 'Show rows with status',
      search: 'Search by ID',
      nothing: 'No row matches.',
      clear: 'Show all rows',
      follow: 'Follow the run',
      more: 'Read all',
      fullMessage: 'Error message',
      close: 'Close',
    },
    drawer: {
      title: (id: string) => `Line items of ${id}`,
    },

    ready: {
      title: (n: number) => `${subOrders(n)} ready`,
      titleLines: (n: number, lines: number) => `${lineItems(lines)} of ${subOrders(n)} ready`,
      nothing: 'Nothing to send',
      nothingText: 'Every row has an issue. Mend the file and upload it again.',
      text: 'Check the rows below. Nothing is sent before you confirm.',
    },
    start: 'Start Cancellation',
    dialog: {
      question: (n: number) => `Cancel ${subOrders(n)}?`,
      questionOne: (id: string) => `Cancel sub-order ${id}?`,
      questionLines: (n: number, lines: number) => `Cancel ${lineItems(lines)} of ${subOrders(n)}?`,
      consequence: 'The marketplace is told at once. This cannot be undone.',
      heldBack: (n: number) => `${rows(n)} with issues will not be sent.`,
      takes: (ms: number) => `This takes at least ${duration(ms)}. Keep this page open until it is done.`,
      start: 'Start',
      back: 'Go back',
    },
    running: {
      title: (done: number, total: number) => `Cancelling: ${number(done)} of ${number(total)} done`,
      progress: (done: number, total: number) => `${number(done)} / ${number(total)}`,
      /** Only what there is: zeros say nothing. */
      counts: ({ cancelled, alreadyCancelled, failed, unknown }: Tally) =>
        [
          [cancelled, 'cancelled'],
          [alreadyCancelled, 'already cancelled'],
          [failed, failed === 1 ? 'error' : 'errors'],
          [unknown, 'unknown'],
        ]
          .filter(([n]) => n !== 0)
          .map(([n, word]) => `${number(Number(n))} ${word}`)
          .join(' · '),
      progressName: 'Progress of the cancellation',
      timeLeft: (ms: number | null) => (ms === null ? 'Measuring the pace' : `About ${duration(ms)} left`),
      text: 'One sub-order at a time. Keep this page open; other menus of the portal are fine.',
      waiting: (ms: number) => `The server asks for a break. Goes on in ${duration(Math.max(0, ms))}.`,
      stopping: 'Stopping: waiting for the answer to the one that was sent.',
    },
    stop: 'Stop',
    continue: 'Continue',
    stopped: {
      title: (done: number, total: number) => `Stopped after ${number(done)} of ${number(total)}`,
      text: (left: number) => `${subOrders(left)} not sent yet. Continue sends them; nothing is sent twice.`,
    },
    paused: {
      title: (done: number, total: number) => `Paused after ${number(done)} of ${number(total)}`,
      text: {
        session: 'You seem to be signed out. Sign in again in the portal, then Continue.',
        'rate-limited': 'The server asks for a break of more than an hour. Come back later, then Continue.',
        forbidden: 'The server refused three in a row for lack of permission. Ask for it, then Continue.',
        connection: 'The connection was lost. Check your network, then Continue.',
        server: 'The server failed three times in a row. Wait until it is back, then Continue.',
        contract: "The portal's client gave no readable answer. Tell your portal team, then Continue.",
        'principal-changed': 'The signed-in user changed. Check that you are the right one, then Continue.',
        fault: 'This screen made a mistake and stopped to be safe. Download the results, then Continue.',
      } satisfies Record<PauseReason, string>,
    },
    finished: {
      allDone: (n: number) => (n === 1 ? 'The sub-order is cancelled' : `All ${subOrders(n)} are cancelled`),
      someDone: (done: number, total: number) =>
        `${number(done)} of ${number(total)} sub-orders ${done === 1 ? 'is' : 'are'} cancelled`,
      already: (n: number) => `${number(n)} of them had been cancelled before.`,
      nothingLeft: 'Nothing is left to do.',
      nextFailed: 'See below what was refused and what to do about it.',
      nextUnknown: 'See below what is not known.',
      failed: (n: number) => `${subOrders(n)} could not be cancelled`,
      failedText: 'Mend them in the Error CSV and upload it again, or retry them as they are.',
      unknown: (n: number) =>
        `Of ${subOrders(n)} nobody knows how ${n === 1 ? 'it' : 'they'} ended. Look ${n === 1 ? 'it' : 'them'} up in the OMS before you send ${n === 1 ? 'it' : 'them'} again.`,
      group: (n: number) => `${number(n)} ×`,
      moreGroups: (n: number) => `${count(n, 'more kind', 'more kinds')}: see the Error CSV.`,
    },
    downloadErrors: 'Download Error CSV',
    downloadAll: 'Download all results',
    retry: 'Retry failed',

    singleForm: {
      hint: 'The ID as the OMS shows it.',
      submit: 'Submit',
    },

    denied: {
      title: 'You may not cancel sub-orders',
      text: 'Your role lacks the permission "sub-order:cancel". Ask the administrator of your portal for it.',
    },
    broken: {
      title: 'This screen made a mistake and cannot be shown',
      text: 'A run that was going on goes on. Open another menu and come back; if this stays, tell your portal team.',
    },
    userLeft: {
      title: 'You are signed out',
      text: 'No further sub-order is sent. Sign in again to see your run and to continue it.',
    },
    live: {
      loaded: (n: number, issues: number) =>
        `${subOrders(n)} ready.${issues > 0 ? ` ${rows(issues)} will not be sent.` : ''}`,
      progress: (done: number, total: number) => `${number(done)} of ${number(total)} done.`,
    },
    describeIssue: (issue: Issue) => describeIssue(issue),
    describeProblem: (problem: FileProblem) => describeProblem(problem, { number, bytes, tabs }),
    adviseFailure,
  }
}

export type Messages = ReturnType<typeof createMessages>

function describeIssue({ code, otherRow, column }: Issue): string {
  const other = otherRow === undefined ? 'another row' : `row ${otherRow}`
  const where = column === undefined ? '' : ` in "${column}"`
  switch (code) {
    case 'MISSING_ID':
      return 'No sub-order ID. Fill it in or delete the row.'
    case 'INVALID_ID':
      if (/sku/i.test(column ?? ''))
        return `Not a SKU ID${where}. Use printable text of at most 255 characters.`
      return `Not an ID${where}. Use the Increff ID: letters, digits, "_", "-" and ".", at most 255.`
    case 'SCIENTIFIC_ID':
      return `Excel turned the ID${where} into a rounded number. Set the column to Text and paste the ID again.`
    case 'PRECISION_LOST':
      return `Too long for a number${where}: Excel may have changed the last digits. Set the column to Text and paste the ID again.`
    case 'DUPLICATE_ID':
      return `The same ID stands in ${other}, which is sent. Delete this row.`
    case 'MISSING_SKU':
      return 'No Increff SKU ID. Fill it in.'
    case 'MISSING_QUANTITY':
      return 'No quantity. Fill in a whole number from 1 up.'
    case 'INVALID_QUANTITY':
      return 'Not a quantity. Use a whole number from 1 up, without separators.'
    case 'DUPLICATE_LINE':
      return `The same SKU stands in ${other} for this sub-order. Keep one line with the right quantity.`
    case 'TOO_MANY_COLUMNS':
      return 'More cells than the header has. Put a value that holds the separator in quotes, or delete the extra cells.'
    case 'TOO_FEW_COLUMNS':
      return 'Fewer cells than the header has. Fill in the missing cells, or save the file from Excel once more.'
    case 'BAD_QUOTES':
      return 'A quote stands in the wrong place. Save the file from Excel once more, or remove the quote.'
    case 'TOO_MANY_LINES':
      return 'More than 2,500 line items in one sub-order. Split them over several files.'
    case 'EXAMPLE_ROW':
      return 'The example row of the sample. It is never sent; nothing to do.'
    case 'SUB_ORDER_HELD_BACK':
      return `Another line of this sub-order has an issue (${other}), so none of it is sent. Mend that line.`
  }
}

interface ProblemWords {
  number(value: number): string
  bytes(value: number): string
  tabs: Record<SheetKind, string>
}

function describeProblem(problem: FileProblem, words: ProblemWords): { title: string; text: string } {
  const columns = (problem.columns ?? []).map((name) => `"${name}"`).join(', ')
  const again = 'In Excel, choose "Save as" and "CSV UTF-8", then upload that file.'
  switch (problem.code) {
    case 'EMPTY_FILE':
      return { title: 'The file is empty', text: 'Download the sample, fill it in and upload it.' }
    case 'NO_ROWS':
      return {
        title: 'There are no rows below the header',
        text: 'Fill in at least one row and upload the file again.',
      }
    case 'MISSING_HEADER':
      return {
        title: `The file lacks the column ${columns}`,
        text: `${problem.found ? `The first row reads: ${problem.found}. ` : ''}Name the column in the first row as in the sample, and upload the file again.`,
      }
    case 'DUPLICATE_HEADER':
      return {
        title: `Two columns mean the same: ${columns}`,
        text: 'Rename or delete one of them, so that it is clear which one counts.',
      }
    case 'WRONG_SHEET': {
      const tab = problem.belongsTo ? words.tabs[problem.belongsTo] : ''
      const lines =
        'If line items are meant, name all three columns as in the sample. Open it there only to cancel whole sub-orders.'
      const text = problem.belongsTo === 'sub-orders' ? lines : 'Nothing was loaded here.'
      return { title: `This file belongs to ${tab}`, text }
    }
    case 'UNTERMINATED_QUOTE':
      return {
        title: `A quote that opens in row ${problem.row ?? '?'} never closes`,
        text: 'Close or remove it there: as it stands, all rows below would be lost.',
      }
    case 'FILE_IS_XLSX':
      return { title: 'This is an Excel workbook (.xlsx), not a CSV file', text: again }
    case 'FILE_IS_XLS':
      return { title: 'This is an old Excel workbook (.xls), not a CSV file', text: again }
    case 'FILE_IS_HTML':
      return {
        title: 'This is a web page, not a CSV file',
        text: `Some reports are pages that only bear the name of a sheet. Open it in Excel. ${again}`,
      }
    case 'FILE_IS_BINARY':
      return { title: 'This is not a text file', text: `Choose a CSV file. ${again}` }
    case 'UNSUPPORTED_ENCODING':
      return { title: `The encoding ${problem.found ?? 'of this file'} cannot be read`, text: again }
    case 'TOO_MANY_ROWS':
      return {
        title: `The file has more than ${words.number(problem.limit ?? 0)} rows`,
        text: 'Split it into smaller files and upload them one after the other.',
      }
    case 'TOO_LARGE':
      return {
        title: `The file is larger than ${words.bytes(problem.limit ?? 0)}`,
        text: 'Delete the columns that are not needed, or split it into smaller files.',
      }
    case 'UNREADABLE':
      return {
        title: 'The browser could not read the file',
        text: 'It may have been moved or changed, or be open elsewhere. Close it in Excel and choose it again.',
      }
  }
}

/** What a refusal asks of the operator, by the words that servers use for it. */
const ADVICE: readonly (readonly [RegExp, string])[] = [
  [/in processing|picklist/i, 'ask the warehouse, then retry'],
  [/invoiced|shipped|dispatched|completed/i, 'use the returns flow'],
  [/does not exist|not found|unknown (sub.?)?order/i, 'check the ID and the organisation'],
  [/cancellable/i, 'lower the quantity'],
  [/\bsku\b/i, 'check the Increff SKU ID (not the EAN, not the channel SKU)'],
  [/channel|marketplace/i, 'look at the seller panel, then retry'],
]

function adviseFailure({ message, httpStatus }: Pick<Failure, 'message' | 'httpStatus'>): string {
  if (httpStatus === 403) return 'ask for the permission, then retry'
  return (
    ADVICE.find(([pattern]) => pattern.test(message))?.[1] ?? 'see what the server says, then mend or retry'
  )
}
