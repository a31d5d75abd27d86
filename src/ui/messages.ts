import { splitIds } from '../domain/identifiers'
import type { EarlierRun, RunEntry } from '../domain/journal'
import type { Failure, Outcome, UnknownReason } from '../domain/outcome'
import type { RequestState } from '../domain/requestState'
import type { PauseReason } from '../domain/run'
import type { ColumnMeaning, FileProblem, Issue, IssueHint, SheetKind, SheetNote } from '../domain/sheet'
import type { Tally } from '../domain/tally'
import type { CheckResult } from '../store/checkUnknown'
import type { StartRefusal } from '../store/runsSlice'
import { createFormat } from './format'
import type { IssueKind } from './groupIssues'

/** Every visible string of the screen, with figures written in the given locale. @param locale BCP 47 */
export function createMessages(locale: string | undefined) {
  const { number, bytes, duration, when } = createFormat(locale)
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

  /** `row 3`, `rows 3, 7 and 9`, `rows 3, 7, 9 …`: the first ones, as noted. */
  function nameRows({ count: all, rows: first }: Pick<SheetNote, 'count' | 'rows'>): string {
    const numbers = first.map(String)
    if (all === 1) return `row ${numbers.join('')}`
    if (all > first.length) return `rows ${numbers.join(', ')} …`
    return `rows ${numbers.slice(0, -1).join(', ')} and ${numbers.at(-1)}`
  }
  function describeNote({ code, count: n, rows: first, found = '' }: SheetNote): string {
    const where = nameRows({ count: n, rows: first })
    switch (code) {
      case 'TITLE_ROWS':
        return `${count(n, 'title row', 'title rows')} above the header left out: ${where}.`
      case 'NO_HEADER':
        return 'Read without a header: the first row is data.'
      case 'REMEMBERED_COLUMNS':
        return `Columns as you chose them last time: ${found}.`
      case 'WINDOWS_1252':
        return 'Read as Windows-1252, the encoding of older Excel files. If letters look wrong, save it as "CSV UTF-8".'
      case 'CLEANED_TEXT':
        return `Invisible characters taken off in ${rows(n)}: ${where}.`
      case 'MAYBE_ROUNDED':
        return `${count(n, 'ID ends', 'IDs end')} in zeros from the 16th digit on, as if Excel had rounded ${n === 1 ? 'it' : 'them'}: ${where}.`
      case 'HIDDEN_ROWS':
        return `${rows(n)} of the workbook ${n === 1 ? 'is' : 'are'} hidden or filtered out there, and read all the same: ${where}.`
    }
  }
  const columnNames: Record<SheetKind, Record<ColumnMeaning, string>> = {
    'sub-orders': { subOrderId: 'Increff Sub Order ID', skuId: 'Increff SKU ID', quantity: 'Quantity' },
    'line-items': { subOrderId: 'Sub Order ID', skuId: 'Increff SKU ID', quantity: 'Quantity' },
  }
  const listNames = (names: readonly string[]) => names.map((name) => `"${name}"`).join(', ')

  /** Only what there is: zeros say nothing. */
  function countOutcomes({ cancelled, alreadyCancelled, failed, unknown }: Tally): string {
    return [
      [cancelled, 'cancelled'],
      [alreadyCancelled, 'already cancelled'],
      [failed, failed === 1 ? 'error' : 'errors'],
      [unknown, 'unknown'],
    ]
      .filter(([n]) => n !== 0)
      .map(([n, word]) => `${number(Number(n))} ${word}`)
      .join(' · ')
  }
  function describeWhy(reason: UnknownReason): string {
    switch (reason.why) {
      case 'timed-out':
        return `No answer within ${duration(reason.afterMs)}; it may have been cancelled.`
      case 'no-answer':
        return 'The connection was lost before the answer came; it may have been cancelled.'
      case 'server-error':
        return `The server answered HTTP ${reason.httpStatus} without saying how it ended.`
      case 'unreadable-answer':
        return `The answer (HTTP ${reason.httpStatus}) could not be read; perhaps a login page.`
      case 'not-an-answer':
        return "The portal's client gave no readable answer."
      case 'interrupted':
        return 'This page went away while the call was out; it may have been cancelled.'
    }
  }
  function describeUnknown(reason: UnknownReason): string {
    return `${describeWhy(reason)} Look the sub-order up before you send it again.`
  }
  function describeFailure({ message, httpStatus }: Pick<Failure, 'message' | 'httpStatus'>): string {
    return message || `The server refused it without giving a reason (HTTP ${httpStatus}).`
  }
  function describeSuccess({ how, verdict }: Extract<Outcome, { status: 'succeeded' }>): string {
    if (verdict?.by === 'person') return `marked as cancelled by ${verdict.name}, ${when(verdict.at)}`
    if (verdict) return `found cancelled when looked up, ${when(verdict.at)}`
    return how === 'already-cancelled' ? 'already cancelled' : ''
  }
  function describeEarlier({ fileName, at, standing }: EarlierRun): string {
    const run = `the run of ${fileName}, ${when(at)}`
    return standing === 'done'
      ? `Held back: cancelled in ${run}.`
      : `Held back: ${run} may have cancelled it, and nobody knows yet.`
  }
  function describeState(
    state: RequestState,
    earlier?: EarlierRun,
  ): { status: string; code: string; message: string } {
    const label = status[state.status]
    if (earlier && state.status === 'not-sent') {
      return { status: label, code: '', message: describeEarlier(earlier) }
    }
    switch (state.status) {
      case 'failed':
        return { status: label, code: state.failure.code, message: describeFailure(state.failure) }
      case 'unknown':
        return { status: label, code: '', message: describeUnknown(state.reason) }
      case 'succeeded':
        return {
          status: label,
          code: '',
          message: describeSuccess(state),
        }
      default:
        return { status: label, code: '', message: '' }
    }
  }

  function describeCheck({ settled, left, trouble }: CheckResult): string {
    if (left === 0) return `Checked: ${number(settled)} settled.`
    const rest = `${number(left)} still unknown`
    const why = {
      session: 'you seem to be signed out; sign in again, then check once more.',
      server: 'the server failed; check once more when it is back.',
      'no-answer': 'the connection was lost; check once more when it is back.',
      storage: 'this browser could not record what was found; make room, then check once more.',
      refused: 'the OMS does not show them to this screen. Look them up by hand.',
      'still-out':
        'a call has not come back yet and may still be delivered; check again later, or reload the page.',
      'other-tab': 'another tab is at work; check once more when it has ended.',
    } satisfies Record<NonNullable<CheckResult['trouble']>, string>
    return `Checked: ${number(settled)} settled, ${rest}${trouble ? `: ${why[trouble]}` : '.'}`
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
    dropHere: 'Drop it here, or click to choose it',
    dropKinds: 'CSV, Excel workbook, or paste',
    reading: (fileName: string) => `Reading ${fileName}`,
    stopReading: 'Stop reading',
    paste: {
      button: 'Paste from Excel',
      title: 'Paste the cells here',
      text: 'Copy them in Excel, then press Ctrl+V in this box, or anywhere on this screen.',
      nothing: 'The clipboard holds no cells. Copy them in Excel first.',
      read: 'Read',
      /** Cells have no file; this stands where its name would. */
      fileName: 'pasted-cells.csv',
    },
    openIn: (tab: string) => `Open it in ${tab}`,
    remove: 'Remove',
    removeNamed: (fileName: string) => `Remove ${fileName}`,
    busyElsewhere: 'Another run is going on. It must end or be stopped before this one can start.',
    asideNote: (fileName: string) => `${fileName} and its results were put aside.`,
    asideMended: (fileName: string) => `${fileName}, as you mended it, was put aside.`,
    asideShow: 'Show them again',

    issues: {
      title: (n: number) => `${rows(n)} will not be sent`,
      text: 'Mend them here, drop them, or go on with the rest.',
      titleMended: 'Every issue is dealt with',
      textMended: 'What you mended and dropped is listed here, and can be taken back.',
      titleStarted: (n: number) => `${rows(n)} ${n === 1 ? 'was' : 'were'} held back`,
      textStarted: 'Download them, mend them and upload them as a new file.',
      show: 'Show rows',
      hide: 'Hide rows',
      download: 'Download issues CSV',
      table: 'Issues',
      columns: { row: 'Row', value: 'Value', code: 'Issue', advice: 'What to do', action: 'Action' },
      filter: 'Show issues of a kind',
      all: 'All',
      kinds: issueKindNames,
    },
    mend: {
      tableOf: {
        uploaded: 'Uploaded as',
        now: 'Now',
      },
      table: 'Mended rows',
      group: 'Mended',
      columnNames,
      cell: (column: string, row: number) => `${column} of row ${row}`,
      open: (column: string, row: number, text: string) =>
        `Mend ${column} of row ${row}${text === '' ? '' : `: ${text}`}`,
      blank: 'blank',
      good: {
        'sub-orders': 'This row can be sent.',
        'line-items': 'This line is right.',
      } satisfies Record<SheetKind, string>,
      busy: 'Checking all rows …',
      drop: 'Drop',
      dropNamed: (row: number) => `Drop row ${row}`,
      split: (n: number) => `Split into ${number(n)} rows`,
      splitNamed: (n: number, row: number) => `Split into ${number(n)} rows: row ${row}`,
      undo: 'Undo',
      undoNamed: (row: number) => `Undo row ${row}`,
      undoAll: (n: number) => `Undo all ${number(n)}`,
      undoAllText: 'Puts every row back as it was uploaded.',
      dropAll: (kind: IssueKind, n: number) => {
        const [one, many] = droppedNames[kind] ?? ['row', 'rows']
        return n === 1 ? `Drop the ${one}` : `Drop all ${number(n)} ${many}`
      },
      dropAllText: (kind: IssueKind, sheet: SheetKind) => describeDrop(kind, sheet),
      splitAll: (n: number) => (n === 1 ? 'Split it' : `Split all ${number(n)}`),
      splitAllText: 'Each ID gets a row of its own, with the other cells of its row.',
      choose: 'Choose a kind to deal with all of it at once.',
      dropped: (n: number) => `${rows(n)} dropped.`,
      splitDone: (n: number) => `${rows(n)} split.`,
      isDropped: 'Dropped',
      mark: (was: string) => `mended, uploaded as ${was}`,
      /** Of several cells. */
      was: (column: string, text: string) => `${column}: ${text}`,
      nothing: 'blank',
    },
    question: {
      columnsTitle: { missing: 'Say which column is which', doubled: 'Say which column counts' },
      column: (sheet: SheetKind, meaning: ColumnMeaning) =>
        `Which column holds the ${columnNames[sheet][meaning]}?`,
      choose: 'Choose a column',
      isData: 'The first row is data, not a header',
      read: 'Read the file',
      remembered: 'Your choice is remembered for files with this header.',
      missing: (names: readonly string[]) => `Choose a column for ${names.join(' and ')}.`,
      shared: (names: readonly string[]) => `${names.join(' and ')} cannot stand in one column.`,
      preview: 'First rows of the file',
      row: 'Row',
      columnAt: (letters: string) => `Column ${letters}`,
      withExample: (column: string, example: string) => `${column} (${example})`,
      more: (n: number) => `${count(n, 'more column', 'more columns')} to the right`,
      header: 'header',
      bareTitle: 'This looks like a list of IDs without a header',
      bareText: 'Every row below would be one sub-order.',
      bareRead: (name: string) => `Read all rows as ${name}s`,
      bareHeader: 'The first row is the header',
      worksheetTitle: (sheet: SheetKind) =>
        sheet === 'sub-orders'
          ? 'Which worksheet holds the sub-orders?'
          : 'Which worksheet holds the line items?',
      worksheetText: (fileName: string, n: number) =>
        `${fileName} has ${number(n)} worksheets with something in them.`,
    },
    notes: {
      describe: describeNote,
      name: 'About this file',
      chooseAgain: 'Choose the columns again',
      advise: ({ code, count: n }: SheetNote) =>
        code === 'HIDDEN_ROWS'
          ? `If ${n === 1 ? 'it is' : 'they are'} not meant, delete ${n === 1 ? 'it' : 'them'} in the workbook and upload it again.`
          : `Compare ${n === 1 ? 'it' : 'them'} with the source before you start.`,
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
      nothingText: 'Every row has an issue. Mend them below, or upload another file.',
      allHeldBack: 'An earlier run has dealt with all of them. Include them below, or upload another file.',
      text: 'Check the rows below. Nothing is sent before you confirm.',
    },
    start: 'Start Cancellation',
    dialog: {
      question: (n: number) => `Cancel ${subOrders(n)}?`,
      questionOne: (id: string) => `Cancel sub-order ${id}?`,
      questionLines: (n: number, lines: number) => `Cancel ${lineItems(lines)} of ${subOrders(n)}?`,
      checking: 'Checking the mended rows …',
      nothing: 'Nothing to send',
      consequence: 'The marketplace is told at once. This cannot be undone.',
      heldBack: (n: number) => `${rows(n)} with issues will not be sent.`,
      dropped: (n: number) => `${rows(n)} that you dropped will not be sent.`,
      warning: (note: SheetNote) =>
        note.code === 'HIDDEN_ROWS'
          ? `${describeNote(note)} Are they meant?`
          : `${describeNote(note)} Have you compared ${note.count === 1 ? 'it' : 'them'} with the source?`,
      earlier: (n: number) => `${subOrders(n)} of an earlier run ${n === 1 ? 'is' : 'are'} held back.`,
      included: (n: number) =>
        `${subOrders(n)} that an earlier run has dealt with ${n === 1 ? 'is' : 'are'} sent once more.`,
      takes: (ms: number) => `This takes at least ${duration(ms)}. Keep this page open until it is done.`,
      start: 'Start',
      back: 'Go back',
    },
    running: {
      title: (done: number, total: number) => `Cancelling: ${number(done)} of ${number(total)} done`,
      progress: (done: number, total: number) => `${number(done)} / ${number(total)}`,
      counts: countOutcomes,
      progressName: 'Progress of the cancellation',
      timeLeft: (ms: number | null) => (ms === null ? 'Measuring the pace' : `About ${duration(ms)} left`),
      text: 'One sub-order at a time. Keep this page open; other menus of the portal are fine.',
      waiting: (ms: number) => `The server asks for a break. Goes on in ${duration(Math.max(0, ms))}.`,
      stopping: 'Stopping: waiting for the answer to the one that was sent.',
    },
    preparing: 'Getting ready: the run is being put on record before the first call.',
    stop: 'Stop',
    continue: 'Continue',
    download: 'Download',
    close: 'Close',
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
        'not-allowed':
          'Your permission to cancel sub-orders was taken away. Nothing more was sent. Ask for it, then Continue.',
        connection: 'The connection was lost. Check your network, then Continue.',
        server: 'The server failed three times in a row. Wait until it is back, then Continue.',
        contract: "The portal's client gave no readable answer. Tell your portal team, then Continue.",
        storage:
          'This browser could not write the record of the run, so nothing more is sent. Download the results, make room, then Continue.',
        interrupted: 'The run was cut off. Look at what is unknown first, then Continue.',
        'done-elsewhere': 'An earlier run has dealt with the next sub-order. Continue leaves it out.',
        'principal-changed': 'The signed-in user changed. Check that you are the right one, then Continue.',
        fault: 'This screen made a mistake and stopped to be safe. Download the results, then Continue.',
      } satisfies Record<PauseReason, string>,
      comesBack: {
        connection:
          'The connection was lost. The run goes on by itself once it is back; Continue tries it now.',
        server:
          'The server failed three times in a row. The run goes on by itself once it is back; Continue tries it now.',
      },
    },
    recovered: {
      /** What is not there is not named, save for what is done. */
      title: (done: number, unknown: number, notSent: number, heldBack: number) =>
        [
          `${number(done)} done`,
          ...(unknown > 0 ? [`${number(unknown)} unknown`] : []),
          ...(notSent > 0 ? [`${number(notSent)} not sent`] : []),
          ...(heldBack > 0 ? [`${number(heldBack)} held back`] : []),
        ].join(', '),
      cutOff: (fileName: string, at: number, by: string) =>
        `The page went away in the midst of ${fileName}, started ${when(at)} by ${by}. Nothing goes on by itself.`,
      started: (at: number, by: string) => `Started ${when(at)} by ${by}.`,
      columnsGone: (fileName: string) =>
        `This browser does not keep your own columns. Choose ${fileName} once more with Upload CSV, and the downloads have them again.`,
      columnsBack: 'Your own columns are back in the downloads.',
    },
    earlier: {
      title: (n: number, doubtful: number, run: EarlierRun, others: number) => {
        const where = `${run.fileName}, ${when(run.at)}${others > 0 ? ` and ${count(others, 'other run', 'other runs')}` : ''}`
        const runWord = others > 0 ? 'earlier runs' : 'an earlier run'
        if (doubtful === 0)
          return `${subOrders(n)} ${n === 1 ? 'was' : 'were'} cancelled in ${runWord} (${where}).`
        if (doubtful === n) return `${subOrders(n)} may have been cancelled in ${runWord} (${where}).`
        return `${subOrders(n)} ${n === 1 ? 'was' : 'were'} cancelled in ${runWord} (${where}), or may have been: of ${number(doubtful)} nobody knows.`
      },
      held: (n: number) => `${n === 1 ? 'It is' : 'They are'} held back.`,
      included: (n: number) => `${n === 1 ? 'It is' : 'They are'} sent once more.`,
      heldInDoubt: (n: number) =>
        `${n === 1 ? 'It is' : 'They are'} held back. Look up what is in doubt before you include it.`,
      include: 'Include them',
      includeOne: 'Send it all the same',
    },
    unknown: {
      title: (n: number) => `Of ${subOrders(n)} nobody knows how ${n === 1 ? 'it' : 'they'} ended.`,
      advice: (n: number) =>
        `Look ${n === 1 ? 'it' : 'them'} up in the OMS before you send ${n === 1 ? 'it' : 'them'} again.`,
      allKnown: 'How they ended is known now.',
      allKnownText: 'What was not cancelled is not sent yet; Continue sends it.',
      check: 'Check unknown',
      checkText: 'Check unknown reads the state from the OMS and settles what it finds.',
      stopCheck: 'Stop checking',
      checking: (done: number, total: number) => `Checking: ${number(done)} of ${number(total)} settled.`,
      checkingText: 'What the OMS shows as cancelled is settled at once.',
      waiting:
        'The rest is open in the OMS. A call may still arrive up to 3 minutes after it was sent: the check waits for that, and looks once more.',
      again: 'Send again',
      againText: 'Send again repeats the call with the key it had: the OMS takes it for the same request.',
      markText:
        'Once you know how it ended, say so here: it is recorded with your name and the time. What was not cancelled may be sent again.',
      why: describeWhy,
      wasCancelled: 'Was cancelled',
      wasNotCancelled: 'Was not cancelled',
      named: (label: string, id: string) => `${label}: ${id}`,
      list: 'Unknown sub-orders',
      row: (n: number) => `Row ${number(n)}`,
      more: (n: number) => `Show ${number(n)} more`,
      notKept: 'This browser could not record it. Try again; the row stays unknown until then.',
      checked: describeCheck,
    },
    otherTab: {
      title: 'A run goes on in another tab',
      text: (fileName: string, done: number, total: number) =>
        `${fileName}: ${number(done)} of ${number(total)} done`,
      locked: 'This tab shows it and starts nothing meanwhile.',
      shown: 'Shown as it goes on in the other tab. Keep that one open.',
      ask: 'Ask it to stop',
      asked: 'Asked; it stops after the answer to the one that was sent.',
      /** Spoken, in words that the screen itself does not show. */
      come: 'Another tab of this browser is sending a run of yours.',
      gone: 'The other tab sends nothing any more.',
    },
    refused: {
      'other-tab': {
        title: 'Another tab is at work for you',
        text: 'One run at a time goes out, over all tabs. Stop it there or wait for its end, then try again. Nothing was sent.',
      },
      storage: {
        title: 'This browser could not put the run on record',
        text: 'Nothing was sent. Make room on this computer or allow this site to store data, then try again.',
      },
      newer: {
        title: 'A newer version of this screen has been at work in this browser',
        text: 'Reload the page to get it. Nothing was sent.',
      },
      changed: {
        title: 'Another tab has changed this run since',
        text: 'What it did is shown now. Look at it, then try again. Nothing was sent from here.',
      },
      'needs-consent': {
        title: 'This browser keeps no record of the run',
        text: 'Nothing was sent. Choose Start Cancellation again, and agree there to go on without one.',
      },
      'too-many': {
        title: 'Too many sub-orders for a browser that keeps no record',
        text: 'Nothing was sent. Split the file, or allow this site to store data and reload the page.',
      },
    } satisfies Record<StartRefusal, { title: string; text: string }>,
    memory: {
      tooMany: (n: number) => `${subOrders(n)} are too many for a browser that keeps no record`,
      tooManyText: (most: number) =>
        `Here a run has at most ${number(most)}. Split the file, or leave the private window, allow this site to store data and reload the page.`,
      agree:
        'This browser keeps no record of the run. If the page goes away, nobody knows what was cancelled. I go on all the same.',
      agreeText: (each: number) =>
        `The results are downloaded by themselves after each ${number(each)} sub-orders.`,
    },
    downloads: {
      more: 'More downloads',
      succeeded: 'Download Success CSV',
      failed: 'Download Error CSV',
      unknown: 'Download Unknown CSV',
      'not-sent': 'Download Remaining CSV',
      skipped: 'Download Skipped CSV',
    },
    history: {
      title: 'Past runs',
      text: 'What this browser remembers of the last 7 days.',
      by: (at: number, name: string) => `${when(at)} · ${name}`,
      counts: ({ tally }: RunEntry) =>
        [countOutcomes(tally), ...(tally.notSent > 0 ? [`${number(tally.notSent)} not sent`] : [])]
          .filter(Boolean)
          .join(' · '),
      phase: {
        running: 'Going on',
        stopping: 'Stopping',
        stopped: 'Stopped',
        paused: 'Paused',
        finished: 'Finished',
      } satisfies Record<RunEntry['phase'], string>,
      open: 'Open',
      openNamed: (name: string, at: number) => `Open ${name}, ${when(at)}`,
      closeNamed: (name: string, at: number) => `Close ${name}, ${when(at)}`,
      all: (n: number) => `Show all ${number(n)}`,
    },
    finished: {
      allDone: (n: number) => (n === 1 ? 'The sub-order is cancelled' : `All ${subOrders(n)} are cancelled`),
      someDone: (done: number, total: number) =>
        `${number(done)} of ${number(total)} sub-orders ${done === 1 ? 'is' : 'are'} cancelled`,
      already: (n: number) => `${number(n)} of them had been cancelled before.`,
      nothingLeft: 'Nothing is left to do.',
      nextFailed: 'See below what was refused and what to do about it.',
      nextUnknown: 'See below what is not known.',
      left: (n: number) => `${subOrders(n)} not sent yet: Continue sends ${n === 1 ? 'it' : 'them'}.`,
      heldBack: (n: number) => `${subOrders(n)} of an earlier run ${n === 1 ? 'is' : 'are'} held back.`,
      failed: (n: number) => `${subOrders(n)} could not be cancelled`,
      failedText: 'Mend them in the Error CSV and upload it again, or retry them as they are.',
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
      asksColumns: 'The file can be read once you say which column is which.',
      asksWorksheet: 'The workbook can be read once you say which worksheet is meant.',
      cutOff: (counts: string) => `A run was cut off: ${counts}.`,
    },
    describeIssue: (issue: Issue) => describeIssue(issue),
    /** @param asks the user can say what is missing */
    describeProblem: (problem: FileProblem, asks = false) =>
      describeProblem(problem, { number, bytes, tabs, listNames, asks }),
    adviseFailure,
  }
}

export type Messages = ReturnType<typeof createMessages>

/** On the chips; sentences stand in `describeIssue`. */
const issueKindNames: Record<IssueKind, string> = {
  MISSING_ID: 'No ID',
  INVALID_ID: 'Not an ID',
  SCIENTIFIC_ID: 'Rounded by Excel',
  PRECISION_LOST: 'Digits in doubt',
  DUPLICATE_ID: 'Duplicates',
  MISSING_SKU: 'No SKU ID',
  MISSING_QUANTITY: 'No quantity',
  INVALID_QUANTITY: 'Not a quantity',
  DUPLICATE_LINE: 'Repeated lines',
  TOO_MANY_COLUMNS: 'Too many cells',
  TOO_FEW_COLUMNS: 'Too few cells',
  BAD_QUOTES: 'Wrong quotes',
  TOO_MANY_LINES: 'Too many lines',
  EXAMPLE_ROW: 'Example row',
  SUB_ORDER_HELD_BACK: 'Held back by another line',
  DROPPED_ROW: 'Dropped',
  'repeated-header': 'Repeated headers',
  total: 'Totals',
  'excel-error': 'Excel errors',
  'several-ids': 'Several IDs in a cell',
}

/** What "Drop all 214 …" drops, one and many. A kind that is not here has no such button: see `canDropAll`. */
const droppedNames: Partial<Record<IssueKind, readonly [one: string, many: string]>> = {
  MISSING_ID: ['row without an ID', 'rows without an ID'],
  INVALID_ID: ['row with a wrong ID', 'rows with a wrong ID'],
  SCIENTIFIC_ID: ['rounded ID', 'rounded IDs'],
  PRECISION_LOST: ['ID with digits in doubt', 'IDs with digits in doubt'],
  DUPLICATE_ID: ['duplicate', 'duplicates'],
  MISSING_SKU: ['line without a SKU ID', 'lines without a SKU ID'],
  MISSING_QUANTITY: ['line without a quantity', 'lines without a quantity'],
  INVALID_QUANTITY: ['line with a wrong quantity', 'lines with a wrong quantity'],
  DUPLICATE_LINE: ['repeated line', 'repeated lines'],
  TOO_MANY_COLUMNS: ['row with too many cells', 'rows with too many cells'],
  TOO_FEW_COLUMNS: ['row with too few cells', 'rows with too few cells'],
  BAD_QUOTES: ['row with wrong quotes', 'rows with wrong quotes'],
  'repeated-header': ['repeated header', 'repeated headers'],
  total: ['total line', 'total lines'],
  'excel-error': ['row with an Excel error', 'rows with an Excel error'],
  'several-ids': ['row with several IDs', 'rows with several IDs'],
}

function describeDrop(kind: IssueKind, sheet: SheetKind): string {
  if (kind === 'DUPLICATE_ID') return 'The first row of each ID stays and is sent.'
  const first = kind === 'DUPLICATE_LINE' ? 'The first line of each SKU stays. ' : ''
  if (sheet === 'line-items')
    return `${first}A dropped line no longer holds its sub-order back: the other lines of it are sent.`
  return 'They are not sent, and stay in the downloads.'
}

function describeHint(value: string, hint: IssueHint): string {
  switch (hint) {
    case 'repeated-header':
      return 'This row repeats the header; drop it.'
    case 'total':
      return 'Looks like a total line; drop it.'
    case 'excel-error':
      return `Excel could not compute this cell (${value.trim()}): look the ID up.`
    case 'several-ids':
      return `Holds ${splitIds(value).length} IDs: split them into rows of their own.`
  }
}

function describeIssue(issue: Issue): string {
  return issue.hint ? describeHint(issue.value, issue.hint) : describeCode(issue)
}

function describeCode({ code, otherRow, column }: Issue): string {
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
    case 'DROPPED_ROW':
      return 'You dropped this row. It is not sent.'
  }
}

interface ProblemWords {
  number(value: number): string
  bytes(value: number): string
  tabs: Record<SheetKind, string>
  listNames(names: readonly string[]): string
  /** The user can say what is missing. */
  asks: boolean
}

function describeTooLarge({ unit, limit = 0, row }: FileProblem, words: ProblemWords): string {
  const most = words.number(limit)
  if (unit === 'columns') return `Row ${row ?? '?'} has more than ${most} columns`
  if (unit === 'characters')
    return limit > 0
      ? `A cell in row ${row ?? '?'} holds more than ${most} characters`
      : `A cell that opens in row ${row ?? '?'} never ends`
  return limit > 0 ? `The file is larger than ${words.bytes(limit)}` : `Row ${row ?? '?'} is too large`
}

function describeProblem(problem: FileProblem, words: ProblemWords): { title: string; text: string } {
  const columns = words.listNames(problem.columns ?? [])
  const isPlural = (problem.columns?.length ?? 0) > 1
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
        title: `The file lacks the ${isPlural ? 'columns' : 'column'} ${columns}`,
        text: `${problem.found ? `It reads: ${problem.found}. ` : ''}${words.asks ? `Say below which ${isPlural ? 'ones they are' : 'one it is'}, or name` : 'Name'} the ${isPlural ? 'columns' : 'column'} in the first row as in the sample, and upload the file again.`,
      }
    case 'DUPLICATE_HEADER':
      return {
        title: `Two columns mean the same: ${columns}`,
        text: words.asks
          ? 'Say below which one counts, or rename one of them and upload the file again.'
          : 'Rename or delete one of them, so that it is clear which one counts.',
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
      return {
        title: 'This Excel workbook (.xlsx) cannot be read',
        text: `It may be damaged or protected. Open it in Excel and save it anew, or paste the cells. ${again}`,
      }
    case 'FILE_IS_XLS':
      return {
        title: 'This is an old Excel workbook (.xls), not a CSV file',
        text: 'Or it is protected. In Excel, choose "Save as" and "Excel workbook (.xlsx)", without a password, and upload that; or paste the cells.',
      }
    case 'FILE_IS_HTML':
      return {
        title: 'This is a web page, not a CSV file',
        text: `Some reports are pages that only bear the name of a sheet. Open it in Excel. ${again}`,
      }
    case 'FILE_IS_BINARY':
      return {
        title: `This is not a text file${problem.found ? ` but ${problem.found}` : ''}`,
        text: 'Choose a CSV file or an Excel workbook (.xlsx), or paste the cells.',
      }
    case 'UNSUPPORTED_ENCODING':
      return { title: `The encoding ${problem.found ?? 'of this file'} cannot be read`, text: again }
    case 'TOO_MANY_ROWS':
      return {
        title: `The file has more than ${words.number(problem.limit ?? 0)} rows`,
        text: 'Split it into smaller files and upload them one after the other.',
      }
    case 'TOO_LARGE':
      return {
        title: describeTooLarge(problem, words),
        text: 'Delete what is not needed, or split it into smaller files.',
      }
    case 'PART_MISSING':
      return {
        title: 'The part of this screen that reads Excel workbooks could not be loaded',
        text: 'Your network may be down, or the portal was updated. Try again, then reload the page; or save the sheet as CSV. Runs are not affected.',
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
