/**
 * The texts of the screen in English: the ones that every other language must have, and that a host may override, each
 * by its path (`issues.title`). `{name}` stands for a value, `{n, plural, one {# row} other {# rows}}` for a choice by
 * number: see `locale/template.ts`. Names are typed from these very strings.
 */
export const english = {
  /** Of these texts, BCP 47: it rules plurals, lists, months and what a screen reader pronounces. */
  language: 'en',
  units: {
    seconds: '{n} s',
    minutes: '{n} min',
    hours: '{hours} h {minutes} min',
    megabytes: '{n} MB',
  },
  quoted: '"{name}"',
  title: 'Sub-Order Cancellation',
  leaving:
    'Cancellations are going out. If you close or reload this page, the rest is not sent. Other menus of the portal are fine: the run continues.',
  intro: 'A cancellation reaches the marketplace at once and cannot be undone.',
  tabs: {
    'sub-orders': 'Cancel Sub-Orders',
    'line-items': 'Cancel Sub-order Line Items',
  },
  moreTabs: 'More tabs',
  cancellationType: 'Cancellation Type',
  multiple: 'Multiple Sub-Orders',
  single: 'Single Sub-Order',
  lineItemsNote:
    'Only quantity that is not fulfilled and not in processing (picklist not yet released) can be cancelled.',

  steps: {
    sampleTitle: 'Get the sample',
    sampleText: {
      'sub-orders': 'One column, one Increff Sub Order ID in each row. Extra columns are fine.',
      'line-items': 'Sub-order, Increff SKU ID and quantity in each row. Extra columns are fine.',
    },
    /** Where the host has names of its own for the columns. */
    sampleTextOwn: {
      'sub-orders': 'One column, the {subOrderId} in each row. Extra columns are fine.',
      'line-items': '{subOrderId}, {skuId} and {quantity} in each row. Extra columns are fine.',
    },
    excelHint: 'In Excel, set the ID columns to Text first, or long IDs lose digits.',
    uploadTitle: 'Upload it',
    startHint: 'Next you see every row. Nothing is sent before you confirm.',
  },
  downloadSample: 'Download sample CSV',
  upload: 'Upload CSV',
  dropHere: 'Drop it here, or click to choose it',
  dropKinds: 'CSV, Excel workbook, or paste',
  reading: 'Reading {fileName}',
  stopReading: 'Stop reading',
  paste: {
    button: 'Paste from Excel',
    title: 'Paste the cells here',
    text: 'Copy them in Excel, then press Ctrl+V in this box, or anywhere on this screen.',
    nothing: 'The clipboard holds no cells. Copy them in Excel first.',
    read: 'Load',
  },
  openIn: 'Open it in {tab}',
  remove: 'Remove',
  removeNamed: 'Remove {fileName}',
  busyElsewhere: 'Another run is going on. It must end or be stopped before this one can start.',
  closedNote: '{fileName} was closed. Its results are kept.',
  closedEdited: '{fileName} was closed. Your edits are kept.',
  reopen: 'Reopen',

  issues: {
    title:
      '{n, plural, one {# row needs fixing (it will be skipped)} other {# rows need fixing (they will be skipped)}}',
    text: 'Fix or remove {n, plural, one {it} other {them}} here. You can also start without {n, plural, one {it} other {them}}.',
    /** Where nothing can be fixed. */
    titleSkipped: '{n, plural, one {# row} other {# rows}} will be skipped',
    titleResolved: 'All problems resolved',
    textResolved: '{edited} edited, {removed} removed. You can undo any of them.',
    titleStarted: '{n, plural, one {# row was} other {# rows were}} skipped',
    textStarted:
      '{n, plural, one {Download it, fix it and upload it} other {Download them, fix them and upload them}} as a new file.',
    show: 'Show rows',
    hide: 'Hide rows',
    download: 'Download skipped rows',
    table: 'Issues',
    columns: { row: 'Row', value: 'Value', code: 'Issue', advice: 'What to do', action: 'Action' },
    filter: 'Show issues of a kind',
    all: 'All',
    /** On the chips; sentences stand in `issue`. */
    kinds: {
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
      OTHER_TABLE: 'Of another table',
      EXAMPLE_ROW: 'Example row',
      SUB_ORDER_HELD_BACK: 'Skipped with its sub-order',
      DROPPED_ROW: 'Removed',
      LEFT_OUT: 'Left out',
      'repeated-header': 'Repeated headers',
      rule: 'Drawn lines',
      total: 'Totals',
      'excel-error': 'Excel errors',
      'several-ids': 'Several IDs in a cell',
      date: 'Dates',
      'not-computed': 'Formulas not worked out',
      decimals: 'Numbers with decimals',
      'unlike-shown': 'Shown as something else',
      'broken-cell': 'Cells that cannot be read',
      covered: 'Under a merged cell',
      separators: 'Numbers with separators',
      'too-many': 'Too large for a quantity',
      'id-above': 'ID in a row above',
      'swallowed-rows': 'Rows inside a cell',
      filler: 'Words for nothing',
      label: 'Notes below the list',
    },
  },
  /** What is wrong with a row, and what to do. */
  issue: {
    MISSING_ID: 'No sub-order ID. Fill it in or remove the row.',
    INVALID_ID:
      'Not an ID. Use the Increff ID: letters, digits, "_", "." and "-", at most 255, and at least one digit.',
    INVALID_ID_IN:
      'Not an ID in "{column}". Use the Increff ID: letters, digits, "_", "." and "-", at most 255, and at least one digit.',
    /** `{characters}`: those that no ID has, the first few. */
    INVALID_ID_CHARACTER: '"{value}" contains {characters}. IDs have only letters, digits, "_", "." and "-".',
    space: 'a space',
    /** `{hint}`: of the host, what an ID of its OMS looks like. */
    INVALID_ID_HINT: 'Not an ID. {hint}',
    INVALID_ID_IN_HINT: 'Not an ID in "{column}". {hint}',
    INVALID_SKU: 'Not a SKU ID in "{column}". Use printable text of at most 255 characters.',
    SCIENTIFIC_ID:
      'Excel replaced this ID with a rounded number; the digits are lost. Paste the original ID.',
    SCIENTIFIC_ID_IN:
      'Excel replaced the ID in "{column}" with a rounded number; the digits are lost. Paste the original ID.',
    PRECISION_LOST: 'Too long for a number: Excel may have changed the last digits. Paste the original ID.',
    PRECISION_LOST_IN:
      'Too long for a number in "{column}": Excel may have changed the last digits. Paste the original ID.',
    DUPLICATE_ID: 'Duplicate of {other}, which will be sent. Remove this row.',
    MISSING_SKU: 'No Increff SKU ID. Fill it in.',
    MISSING_QUANTITY: 'No quantity. Fill in a whole number from 1 up.',
    INVALID_QUANTITY: 'Not a quantity. Use a whole number from 1 up, without separators.',
    DUPLICATE_LINE: 'This sub-order has the same SKU in {other}. Keep one line with the right quantity.',
    TOO_MANY_COLUMNS:
      'More cells than the header has. Put a value that holds the separator in quotes, or delete the extra cells.',
    TOO_FEW_COLUMNS:
      'Fewer cells than the header has. Fill in the missing cells, or remove the row if it is not part of the list.',
    BAD_QUOTES: 'A quote is in the wrong place. Save the file from Excel once more, or remove the quote.',
    TOO_MANY_LINES: 'More than {most} line items in one sub-order. Split them over several files.',
    OTHER_TABLE:
      'This row is below {other}, where another part of the file begins. To cancel it, put it in a file of its own with its own header.',
    EXAMPLE_ROW: 'The example row of the sample. It is never sent; nothing to do.',
    SUB_ORDER_HELD_BACK:
      'Another line of this sub-order has an issue ({other}), so the whole sub-order is skipped. Fix that line.',
    DROPPED_ROW: 'You removed this row. It is not sent.',
    LEFT_OUT: 'Left out. It is not sent.',
    /** Of a row that is left out for what is odd about it. */
    LEFT_OUT_MAYBE_ROUNDED: 'Left out: Excel may have rounded it. It is not sent.',
    LEFT_OUT_LOOKS_LIKE_DATE: 'Left out: it looks like a date. It is not sent.',
    LEFT_OUT_NEARLY_THE_SAME: 'Left out: another row has nearly the same ID. It is not sent.',
    LEFT_OUT_UNLIKE_THE_REST: 'Left out: it is unlike the other IDs. It is not sent.',
    LEFT_OUT_HIDDEN_ROW: 'Left out: the row is hidden in the workbook. It is not sent.',
    skippedByLeftOut:
      'Another line of this sub-order is left out ({other}), so the whole sub-order is skipped.',
    'repeated-header': 'This row repeats the header; remove it.',
    rule: 'This row only draws a line across the table; remove it.',
    total: 'Looks like a total line; remove it.',
    label: 'Looks like a note below the list, not a sub-order: remove it, or type the ID if it is one.',
    'excel-error': 'Excel could not compute this cell ({value}): look the ID up.',
    'several-ids': 'Holds {n} IDs: split them into rows of their own.',
    date: 'Excel turned it into a date or a time. Set the column to Text and type it again.',
    'not-computed':
      'The result of this formula is out of date. Open the workbook in Excel, let it work out, save it and upload it again.',
    decimals: 'A number with decimals is no ID. Set the column to Text and type the ID again.',
    'unlike-shown':
      'Excel shows something else than the cell holds. Set the column to Text and type what is meant.',
    'broken-cell':
      'The workbook does not say what this cell holds: look it up, or save the workbook again in Excel.',
    separators:
      'A number with separators is no ID. Type the digits alone, or set the column to Text where the file was made.',
    'too-many':
      'Too large for a quantity: most likely an EAN, a postcode or an ID. Fill in how many pieces to cancel.',
    covered:
      'A merged cell hides it. Type what is meant, or unmerge the cells in Excel and upload the workbook again.',
    'id-above':
      'No ID. Most likely a line of the sub-order in {other}: fill that ID down, or type the right one.',
    'swallowed-rows':
      'Two quotes turn several rows into one cell: {n} more are in this one, and all of them are skipped. Remove the quotes in the file and upload it again.',
    filler: 'This is how databases and people write a blank ({value}). Fill in the right text.',
    /** `{other}` above. */
    otherRow: 'row {row}',
    anotherRow: 'another row',
  },
  edit: {
    tableOf: {
      uploaded: 'Uploaded as',
      now: 'Now',
    },
    table: 'Changed rows',
    group: 'Changed',
    columnNames: {
      'sub-orders': { subOrderId: 'Increff Sub Order ID', skuId: 'Increff SKU ID', quantity: 'Quantity' },
      'line-items': { subOrderId: 'Sub Order ID', skuId: 'Increff SKU ID', quantity: 'Quantity' },
    },
    cell: '{column} of row {row}',
    open: 'Edit {column} of row {row}: {text}',
    openBlank: 'Edit {column} of row {row}',
    blank: 'blank',
    good: {
      'sub-orders': 'This row can be sent.',
      'line-items': 'This line is right.',
    },
    busy: 'Checking all rows …',
    remove: 'Remove',
    removeNamed: 'Remove row {row}',
    split: 'Split into {n, plural, one {# row} other {# rows}}',
    splitNamed: 'Split into {n, plural, one {# row} other {# rows}}: row {row}',
    undo: 'Undo',
    undoNamed: 'Undo row {row}',
    undoAll: 'Undo all {n}',
    undoAllText: 'Restores every row as you uploaded it.',
    /** A kind that is not here has no such button: see `canRemoveAll`. */
    removeAll: {
      MISSING_ID: 'Remove {n, plural, one {the row} other {all # rows}} without an ID',
      INVALID_ID: 'Remove {n, plural, one {the row} other {all # rows}} with a wrong ID',
      SCIENTIFIC_ID: 'Remove {n, plural, one {the rounded ID} other {all # rounded IDs}}',
      PRECISION_LOST: 'Remove {n, plural, one {the ID} other {all # IDs}} with digits in doubt',
      DUPLICATE_ID: 'Remove {n, plural, one {the duplicate} other {all # duplicates}}',
      MISSING_SKU: 'Remove {n, plural, one {the line} other {all # lines}} without a SKU ID',
      MISSING_QUANTITY: 'Remove {n, plural, one {the line} other {all # lines}} without a quantity',
      INVALID_QUANTITY: 'Remove {n, plural, one {the line} other {all # lines}} with a wrong quantity',
      DUPLICATE_LINE: 'Remove {n, plural, one {the repeated line} other {all # repeated lines}}',
      TOO_MANY_COLUMNS: 'Remove {n, plural, one {the row} other {all # rows}} with too many cells',
      TOO_FEW_COLUMNS: 'Remove {n, plural, one {the row} other {all # rows}} with too few cells',
      BAD_QUOTES: 'Remove {n, plural, one {the row} other {all # rows}} with wrong quotes',
      'repeated-header': 'Remove {n, plural, one {the repeated header} other {all # repeated headers}}',
      rule: 'Remove {n, plural, one {the drawn line} other {all # drawn lines}}',
      total: 'Remove {n, plural, one {the total line} other {all # total lines}}',
      label: 'Remove {n, plural, one {the note} other {all # notes}}',
      'excel-error': 'Remove {n, plural, one {the row} other {all # rows}} with an Excel error',
      'several-ids': 'Remove {n, plural, one {the row} other {all # rows}} with several IDs',
      date: 'Remove {n, plural, one {the row} other {all # rows}} with a date',
      'not-computed': 'Remove {n, plural, one {the row that is} other {all # rows that are}} not worked out',
      decimals: 'Remove {n, plural, one {the number} other {all # numbers}} with decimals',
      'unlike-shown':
        'Remove {n, plural, one {the row that shows} other {all # rows that show}} something else',
      'broken-cell': 'Remove {n, plural, one {the row} other {all # rows}} that cannot be read',
      'id-above': 'Remove {n, plural, one {the row} other {all # rows}} without an ID',
      others: 'Remove {n, plural, one {the row} other {all # rows}}',
    },
    removeAllText: {
      duplicates: 'The first row of each ID stays and will be sent.',
      repeatedLines:
        'The first line of each SKU stays. After a line is removed, the other lines of its sub-order are sent.',
      lines: 'After a line is removed, the other lines of its sub-order are sent.',
      rows: 'Removed rows are not sent, and stay in the downloads.',
    },
    splitAll: '{n, plural, one {Split it} other {Split all #}}',
    splitAllText: 'Each ID gets a row of its own, with the other cells of its row.',
    fillAll: '{n, plural, one {Fill down the ID} other {Fill down # IDs}}',
    fillAllText:
      'Each row without an ID gets the ID of the row above that has one. A row that only heads its lines is left out.',
    choose: 'Pick a problem above to fix or remove all its rows at once.',
    removed: '{n, plural, one {# row} other {# rows}} removed.',
    splitDone: '{n, plural, one {# row} other {# rows}} split.',
    filled: '{n, plural, one {# row} other {# rows}} filled from above.',
    isRemoved: 'Removed',
    mark: 'edited, uploaded as {was}',
    /** Of several cells. */
    was: '{column}: {text}',
    nothing: 'blank',
    /** Of a row that had other cells than the header: after a reload nobody knows. */
    notKept: 'not kept',
  },
  question: {
    columnsTitle: {
      missing: 'Match columns',
      doubled: 'Choose which column to use',
      heading: 'Is this where the table begins?',
    },
    heading: 'Which row is the header?',
    rowAt: 'Row {row}: {found}',
    column: 'Which column holds the {name}?',
    choose: 'Choose a column',
    isData: 'The first row is data, not a header',
    read: 'Load file',
    remembered: 'Your choice is remembered for files with this header.',
    missing: 'Choose a column for {names}.',
    shared: '{names} cannot share one column.',
    preview: 'First rows of the file',
    row: 'Row',
    columnAt: 'Column {letters}',
    withExample: '{column} ({example})',
    more: '{n, plural, one {# more column} other {# more columns}} to the right',
    header: 'header',
    bareTitle: 'This looks like a list of IDs without a header',
    bareText: 'Every row below would be one sub-order.',
    bareRead: 'Read all rows as {name}s',
    bareHeader: 'The first row is the header',
    wholeTitle: 'Or are whole sub-orders meant?',
    wholeText:
      'Each sub-order in the file would be cancelled with all its lines, whatever products and quantities the file gives.',
    whole: 'Cancel whole sub-orders anyway',
    worksheetTitle: {
      'sub-orders': 'Which worksheet holds the sub-orders?',
      'line-items': 'Which worksheet holds the line items?',
    },
    worksheetText: '{fileName} has {n} worksheets with something in them.',
  },
  notes: {
    name: 'About this file',
    chooseAgain: 'Choose the columns again',
    TITLE_ROWS: '{n, plural, one {# title row} other {# title rows}} above the header left out: {where}.',
    NO_HEADER: 'Read without a header: the first row is data.',
    REMEMBERED_COLUMNS: 'Columns as you chose them last time: {found}.',
    REMEMBERED_WHOLE:
      'The file speaks of line items. Whole sub-orders are cancelled, as you chose last time for this header.',
    PRODUCT_COLUMN:
      'The file has a column for a product ("{found}"). Each sub-order is cancelled as a whole, with all its products.',
    WINDOWS_1252:
      'Read as Windows-1252, the encoding of older Excel files. If letters look wrong, save it as "CSV UTF-8".',
    CLEANED_TEXT: 'Invisible characters removed from {n, plural, one {# row} other {# rows}}: {where}.',
    /** `{where}` above: the rows, all of them or the first ones. */
    rows: '{n, plural, one {row} other {rows}} {rows}',
    firstRows: 'rows {rows} …',
  },
  /** What is odd about rows that could be sent: a person decides. */
  cautions: {
    name: 'Rows to decide about',
    title: {
      MAYBE_ROUNDED:
        '{n, plural, one {# ID ends} other {# IDs end}} in zeros from the 16th digit on, as if Excel had rounded {n, plural, one {it} other {them}}',
      LOOKS_LIKE_DATE: '{n, plural, one {# ID looks like a date} other {# IDs look like dates}}',
      NEARLY_THE_SAME:
        '{n, plural, one {# ID differs} other {# IDs differ}} from another ID only in letter case or leading zeros',
      UNLIKE_THE_REST: '{n, plural, one {# ID is} other {# IDs are}} unlike the rest',
      HIDDEN_ROW: '{n, plural, one {# row is} other {# rows are}} hidden in the workbook',
    },
    text: {
      MAYBE_ROUNDED: 'Excel keeps 15 digits and turns the others into zeros. Compare with the source.',
      LOOKS_LIKE_DATE:
        'Spreadsheets turn IDs into dates: 2-Sep may have been SEP2. Send only what is an ID in the OMS.',
      NEARLY_THE_SAME: 'One of them may be a slip, and may cancel another order. Compare with the source.',
      UNLIKE_THE_REST:
        'Nearly all other IDs of this file have another length or shape. It may be a count, a phone number, a SKU in the wrong column or the ID of another system.',
      HIDDEN_ROW:
        'Hidden, filtered out or covered there: whoever made the file does not see them. They are left out.',
    },
    send: 'Send them',
    leaveOut: 'Leave them out',
    cancelToo: 'Cancel them too',
    state: {
      open: '{n} not decided yet',
      send: '{n} sent on purpose',
      'leave-out': '{n} left out',
      leftAlready: '{n} left out for another reason',
    },
    decision: 'Decision',
    decisions: { open: 'Not decided yet', send: 'Sent on purpose', 'leave-out': 'Left out' },
    /** In the confirmation. */
    receipt: {
      MAYBE_ROUNDED: '{n, plural, one {# ID} other {# IDs}} that Excel may have rounded: {decision}',
      LOOKS_LIKE_DATE:
        '{n, plural, one {# ID that looks like a date} other {# IDs that look like dates}}: {decision}',
      NEARLY_THE_SAME: '{n, plural, one {# ID} other {# IDs}} nearly the same as another: {decision}',
      UNLIKE_THE_REST: '{n, plural, one {# ID} other {# IDs}} unlike the rest: {decision}',
      HIDDEN_ROW: '{n, plural, one {# hidden row} other {# hidden rows}}: {decision}',
      send: 'sent on purpose',
      'leave-out': 'left out',
    },
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
    name: { 'sub-orders': 'Sub-orders', 'line-items': 'Sub-orders with line items' },
    /** The filters, in words that are not those of the rows. */
    statuses: {
      all: 'All',
      succeeded: 'Success',
      failed: 'Error',
      unknown: 'Unconfirmed',
      'not-sent': 'Not sent',
    },
    filter: 'Show rows with status',
    search: 'Search by ID',
    nothing: 'No row matches.',
    clear: 'Show all rows',
    follow: 'Follow the run',
    /** Below a table of more than 100,000 rows. */
    part: 'Rows {from} to {to} of {n} are shown here. Filters, search and downloads reach all of them.',
    more: 'Read all',
    fullMessage: 'Error message',
    close: 'Close',
  },
  drawer: {
    title: 'Line items of {id}',
  },

  ready: {
    title: '{n, plural, one {# sub-order} other {# sub-orders}} ready',
    titleLines:
      '{lines, plural, one {# line item} other {# line items}} of {n, plural, one {# sub-order} other {# sub-orders}} ready',
    nothing: 'Nothing to send',
    nothingText: 'Every row has an issue. Fix them below, or upload another file.',
    nothingLeft: 'The rows that could be sent are left out. Decide otherwise below, or upload another file.',
    undecided:
      '{n, plural, one {Decide about the odd rows below first: send them, or leave them out.} other {Decide about # kinds of odd rows below first: send them, or leave them out.}}',
    allSkipped:
      'An earlier run has already handled all of them. Choose Cancel them again below, or upload another file.',
    text: 'Check the rows below. Nothing is sent before you confirm.',
  },
  start: 'Start Cancellation',
  dialog: {
    question: 'Cancel {n, plural, one {# sub-order} other {# sub-orders}}?',
    questionOne: 'Cancel sub-order {id}?',
    questionLines:
      'Cancel {lines, plural, one {# line item} other {# line items}} of {n, plural, one {# sub-order} other {# sub-orders}}?',
    checking: 'Checking the edited rows …',
    nothing: 'Nothing to send',
    consequence: 'The marketplace is told at once. This cannot be undone.',
    skipped: '{n, plural, one {# row} other {# rows}} with issues will be skipped.',
    removed: '{n, plural, one {# row} other {# rows}} that you removed will not be sent.',
    earlier: '{n, plural, one {# sub-order} other {# sub-orders}} of an earlier run will be skipped.',
    included:
      '{n, plural, one {# sub-order} other {# sub-orders}} of an earlier run will be cancelled again.',
    takes: 'This takes at least {duration}. Keep this page open until it is done.',
    start: 'Start',
    back: 'Go back',
  },
  /** What the outcomes were, in counts: only what there is. */
  counts: {
    cancelled: '{n} cancelled',
    alreadyCancelled: '{n} already cancelled',
    failed: '{n, plural, one {# error} other {# errors}}',
    unknown: '{n} unconfirmed',
    notSent: '{n} not sent',
  },
  running: {
    title: 'Cancelling: {done} of {total} done',
    progress: '{done} / {total}',
    progressName: 'Progress of the cancellation',
    measuring: 'Measuring the pace',
    timeLeft: 'About {duration} left',
    text: 'One sub-order at a time. Keep this page open; other menus of the portal are fine.',
    waiting: 'Rate limit reached. Resuming in {duration}.',
    stopping: 'Stopping: waiting for the answer to the one that was sent.',
  },
  preparing: 'Getting ready: the run is recorded before the first call.',
  stop: 'Stop',
  continue: 'Continue',
  download: 'Download',
  close: 'Close',
  stopped: {
    title: 'Stopped after {done} of {total}',
    text: '{n, plural, one {# sub-order} other {# sub-orders}} not sent yet. Continue sends them; nothing is sent twice.',
  },
  paused: {
    title: 'Paused after {done} of {total}',
    text: {
      session:
        'Session expired. {n, plural, one {# sub-order is} other {# sub-orders are}} not sent yet. Sign in (another tab is fine), then press Continue.',
      'rate-limited': 'Rate limit reached for more than an hour. Come back later, then press Continue.',
      'not-allowed':
        'Your permission to cancel sub-orders was taken away. Nothing more was sent. Ask for it, then press Continue.',
      forbidden: 'The server refused three in a row for lack of permission. Ask for it, then press Continue.',
      connection: 'The connection was lost. Check your network, then press Continue.',
      server: 'The server failed three times in a row. Wait until it is back, then press Continue.',
      contract: "The portal's client gave no readable answer. Tell your portal team, then press Continue.",
      storage:
        'This browser could not write the record of the run, so nothing more is sent. Download the results, make room, then press Continue.',
      interrupted: 'The run was cut off. Check what is unconfirmed first, then press Continue.',
      'done-elsewhere': 'An earlier run has already handled the next sub-order. Continue skips it.',
      'principal-changed':
        'The signed-in user changed. Check that you are the right one, then press Continue.',
      fault: 'This screen made a mistake and stopped to be safe. Download the results, then press Continue.',
    },
    comesBack: {
      connection:
        'The connection was lost. The run resumes by itself once it is back; Continue tries it now.',
      server:
        'The server failed three times in a row. The run resumes by itself once it is back; Continue tries it now.',
    },
  },
  recovered: {
    done: '{n} done',
    unknown: '{n} unconfirmed',
    notSent: '{n} not sent',
    skipped: '{n} skipped',
    cutOff:
      'This page was closed while {fileName} was running (started {when} by {by}). It will not resume until you press Continue.',
    started: 'Started {when} by {by}.',
    columnsGone: 'Downloads will lack your extra columns. Upload {fileName} again to restore them.',
    columnsBack: 'Your extra columns are back in the downloads.',
  },
  earlier: {
    /** `{where}` below. */
    oneRun: '{fileName}, {when}',
    moreRuns: '{fileName}, {when} and {others, plural, one {# other run} other {# other runs}}',
    done: '{n, plural, one {# was} other {# were}} already cancelled in {others, plural, =0 {an earlier run} other {earlier runs}} ({where}).',
    inDoubt:
      '{n} may have been cancelled in {others, plural, =0 {an earlier run} other {earlier runs}} ({where}).',
    someInDoubt:
      '{n, plural, one {# was} other {# were}} or may have been cancelled in {others, plural, =0 {an earlier run} other {earlier runs}} ({where}): {doubtful} unconfirmed.',
    skipped: '{n, plural, one {It} other {They}} will be skipped.',
    included: '{n, plural, one {It} other {They}} will be cancelled again.',
    skippedInDoubt:
      '{n, plural, one {It} other {They}} will be skipped. Check what is unconfirmed in the OMS before you cancel it again.',
    include: 'Cancel them again',
    includeOne: 'Cancel again anyway',
    /** In the row of such a sub-order. */
    rowDone: 'Skipped: cancelled in the run of {fileName}, {when}.',
    rowInDoubt: 'Skipped: the run of {fileName}, {when} may have cancelled it; this is unconfirmed.',
  },
  /** Beside a row's status. */
  outcome: {
    'already-cancelled': 'already cancelled',
    marked: 'marked as cancelled by {name}, {when}',
    found: 'found cancelled when looked up, {when}',
    noReason: 'The server refused it without giving a reason (HTTP {httpStatus}).',
  },
  unknown: {
    title: '{n, plural, one {# sub-order is} other {# sub-orders are}} unconfirmed',
    advice: 'The server did not confirm {n, plural, one {it} other {them}}.',
    allKnown: 'All are confirmed now.',
    allKnownText: 'What was not cancelled is not sent yet; Continue sends it.',
    check: 'Check unknown',
    checkText: 'Check unknown reads the state from the OMS and settles what it finds.',
    stopCheck: 'Stop checking',
    checking: 'Checking: {done} of {total} settled.',
    checkingText: 'What the OMS shows as cancelled is settled at once.',
    waiting:
      'The rest is open in the OMS. A call may still arrive up to 3 minutes after it was sent: the check waits for that, and looks once more.',
    again: 'Send again',
    againText: 'Send again repeats the call with the key it had: the OMS takes it for the same request.',
    markText:
      'Check {n, plural, one {it} other {each}} in the OMS, then mark it here. Your name and the time are recorded.',
    why: {
      'timed-out': 'No answer within {duration}; it may have been cancelled.',
      'no-answer': 'The connection was lost before the answer came; it may have been cancelled.',
      'server-error': 'The server answered HTTP {httpStatus} without saying how it ended.',
      'unreadable-answer': 'The answer (HTTP {httpStatus}) could not be read; perhaps a login page.',
      'not-an-answer': "The portal's client gave no readable answer.",
      accepted: 'The server accepted it for later (HTTP {httpStatus}) and did not say how it ended.',
      'in-progress': 'The server is still working on the same request (HTTP {httpStatus}).',
      'unnamed-failure':
        'The answer (HTTP {httpStatus}) speaks of a failure, and does not say that this sub-order was refused.',
      'in-part': 'The answer (HTTP {httpStatus}) says that only some of it was cancelled.',
      interrupted: 'This page was closed during the call; it may have been cancelled.',
      'refused-again':
        'It was sent again and refused ({message}); the earlier call is unconfirmed and may have cancelled it.',
    },
    lookUpFirst: '{why} Check the sub-order in the OMS before you send it again.',
    wasCancelled: 'Was cancelled',
    wasNotCancelled: 'Was not cancelled',
    named: '{label}: {id}',
    list: 'Unconfirmed sub-orders',
    row: 'Row {n}',
    more: 'Show {n} more',
    notKept: 'This browser could not record it. Try again; the row stays unconfirmed until then.',
    checkedAll: 'Checked: {settled} settled.',
    checkedSome: 'Checked: {settled} settled, {left} still unconfirmed.',
    checkedTrouble: 'Checked: {settled} settled, {left} still unconfirmed: {trouble}',
    troubles: {
      session: 'the session expired; sign in again, then check once more.',
      server: 'the server failed; check once more when it is back.',
      'no-answer': 'the connection was lost; check once more when it is back.',
      storage: 'this browser could not record what was found; make room, then check once more.',
      refused: 'the OMS does not show them to this screen. Look them up by hand.',
      'still-out':
        'a call has not come back yet and may still be delivered; check again later, or reload the page.',
      'other-tab': 'another tab is sending; check once more when it has ended.',
    },
  },
  otherTab: {
    title: 'A run goes on in another tab',
    text: '{fileName}: {done} of {total} done',
    locked: 'This tab shows it and starts nothing until then.',
    shown: 'Shown as it goes on in the other tab. Keep that one open.',
    ask: 'Stop that run',
    asked: 'That run stops after the answer to its last call.',
    /** Spoken, in words that the screen itself does not show. */
    come: 'Another tab of this browser is sending a run of yours.',
    gone: 'The other tab no longer sends.',
  },
  refused: {
    'other-tab': {
      title: 'Another tab is sending a run of yours',
      text: 'Only one run can go out at a time, over all tabs. Stop it there or wait for its end, then try again. Nothing was sent.',
    },
    'still-out': {
      title: 'An earlier call may still be answered',
      text: 'Nothing was sent. An answer settles the row by itself; without one, Continue sends it once the call has come back. If nothing comes, reload the page that sent the call and wait 3 minutes.',
    },
    storage: {
      title: 'This browser could not record the run',
      text: 'Nothing was sent. Make room on this computer or allow this site to store data, then try again.',
    },
    newer: {
      title: 'A newer version of this screen was used in this browser',
      text: 'Reload the page to get it. Nothing was sent.',
    },
    changed: {
      title: 'Another tab has changed this run',
      text: 'The changes are shown now. Check them, then try again. Nothing was sent from here.',
    },
    'needs-consent': {
      title: 'This browser keeps no record of the run',
      text: 'Nothing was sent. Choose Start Cancellation again, and agree there to go on without one.',
    },
    'too-many': {
      title: 'Too many sub-orders for a browser that keeps no record',
      text: 'Nothing was sent. Split the file, or allow this site to store data and reload the page.',
    },
  },
  memory: {
    tooMany:
      '{n, plural, one {# sub-order} other {# sub-orders}} are too many for a browser that keeps no record',
    tooManyText:
      'Here a run has at most {most}. Split the file, or leave the private window, allow this site to store data and reload the page.',
    agree:
      'This browser keeps no record of the run. If this page closes, the screen no longer knows what was cancelled. Start anyway.',
    agreeText: 'The results are downloaded automatically after each {each} sub-orders.',
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
    text: 'Runs of the last 7 days that this browser remembers.',
    by: '{when} · {name}',
    phase: {
      running: 'Going on',
      stopping: 'Stopping',
      stopped: 'Stopped',
      paused: 'Paused',
      finished: 'Finished',
    },
    open: 'Open',
    openNamed: 'Open {name}, {when}',
    closeNamed: 'Close {name}, {when}',
    all: 'Show all {n}',
  },
  finished: {
    allDone: '{n, plural, one {The sub-order is cancelled} other {All # sub-orders are cancelled}}',
    someDone: '{done} of {total} sub-orders {done, plural, one {is} other {are}} cancelled',
    /** Of a run of line items. */
    doneLines: 'Line items cancelled in {done} of {total, plural, one {# sub-order} other {# sub-orders}}',
    already: '{n} of them had been cancelled before.',
    nothingLeft: 'Nothing is left to do.',
    nextFailed: 'See below what was refused and what to do about it.',
    nextUnknown: 'See below what is unconfirmed.',
    left: '{n, plural, one {# sub-order not sent yet: Continue sends it.} other {# sub-orders not sent yet: Continue sends them.}}',
    skipped: '{n, plural, one {# sub-order was} other {# sub-orders were}} skipped for an earlier run.',
    failed: '{n, plural, one {# sub-order} other {# sub-orders}} could not be cancelled',
    failedLines: 'Line items of {n, plural, one {# sub-order} other {# sub-orders}} could not be cancelled',
    failedText: 'Retry here, or download the errors, fix them and upload again.',
    /** While the run holds: then it cannot be retried. */
    failedTextHeld: 'Download the errors, fix them and upload again.',
    group: '{n} ×',
    moreGroups: '{n, plural, one {# more kind} other {# more kinds}}: see the Error CSV.',
  },
  downloadErrors: 'Download Error CSV',
  downloadAll: 'Download all results',
  retry: 'Retry failed',

  singleForm: {
    hint: 'The ID as the OMS shows it.',
    empty: 'Enter a sub-order ID.',
    submit: 'Submit',
  },

  denied: {
    title: 'You may not cancel sub-orders',
    text: 'Your role lacks the permission "sub-order:cancel". Ask the administrator of your portal for it.',
  },
  broken: {
    title: 'This screen made a mistake and cannot be shown',
    text: 'A run in progress continues. Open another menu and come back; if this stays, tell your portal team.',
  },
  userLeft: {
    title: 'You are signed out',
    text: 'No further sub-order is sent. Sign in again to see your run and to continue it.',
  },
  live: {
    loaded: '{n, plural, one {# sub-order} other {# sub-orders}} ready.',
    loadedIssues:
      '{n, plural, one {# sub-order} other {# sub-orders}} ready. {issues, plural, one {# row} other {# rows}} will be skipped.',
    undecided: 'Decide about {n, plural, one {# kind} other {# kinds}} of odd rows before the start.',
    progress: '{done} of {total} done.',
    asksColumns: 'Match the columns to load the file.',
    asksHeading: 'Say where the table begins to load the file.',
    asksWhole: 'Confirm that whole sub-orders are meant to load the file here.',
    asksWorksheet: 'Choose the worksheet to load the workbook.',
    cutOff: 'A run was cut off: {counts}.',
  },
  /** Why nothing of a file is loaded. */
  problems: {
    again: 'In Excel, choose "Save as" and "CSV UTF-8", then upload that file.',
    EMPTY_FILE: { title: 'The file is empty', text: 'Download the sample, fill it in and upload it.' },
    NO_ROWS: {
      title: 'There are no rows below the header',
      text: 'Fill in at least one row and upload the file again.',
    },
    MISSING_HEADER: {
      title: 'No {n, plural, one {column} other {columns}} named {columns}',
      found: 'The file has: {found}.',
      text: 'Name the {n, plural, one {column} other {columns}} in the first row as in the sample, and upload the file again.',
      asks: 'Match {n, plural, one {it below, or name the column} other {them below, or name the columns}} in the first row as in the sample, and upload the file again.',
    },
    DUPLICATE_HEADER: {
      title: 'Two columns mean the same: {columns}',
      text: 'Rename or delete one of them, so that it is clear which one to use.',
      asks: 'Choose below which one to use, or rename one of them and upload the file again.',
    },
    WRONG_SHEET: {
      title: 'This file belongs to {tab}',
      text: 'Nothing was loaded here.',
      headings:
        'It has a column for a product ("{product}") and one for an amount ("{amount}"), as line items have. Nothing was loaded here.',
      repeated:
        'Sub-order {id} is in rows {other} and {row} with different values in "{column}": these are line items. Nothing was loaded here.',
      lines:
        'If line items are meant, name all three columns as in the sample. Open it there only to cancel whole sub-orders.',
    },
    UNCLEAR_HEADER: {
      title: 'It is not clear in which row the table begins',
      text: 'Row {row} reads "{found}". It may be the header, or only a note above it. Delete the rows above the table and upload the file again.',
      asks: 'Row {row} reads "{found}". It may be the header, or only a note above it. Say below where the table begins, or delete the rows above it and upload the file again.',
    },
    CELLS_IN_LINES: {
      title: 'Each line holds one cell of a table',
      text: 'The IDs cannot be told from the other values. Copy the table from a spreadsheet, or fill in the sample.',
    },
    TABLE_ON_ITS_SIDE: {
      title: 'The table lies on its side',
      text: 'IDs have to be below each other, under the name of their column. In Excel, copy the table, choose "Paste Special" and "Transpose", and upload that.',
    },
    UNTERMINATED_QUOTE: {
      title: 'A quote that opens in row {row} never closes',
      text: 'Close or remove it there, or all rows below would be lost.',
    },
    FILE_IS_XLSX: {
      title: 'This Excel workbook (.xlsx) cannot be read',
      text: 'It may be damaged or protected. Open it in Excel and save it again, or paste the cells.',
    },
    FILE_IS_XLS: {
      title: 'This is an old Excel workbook (.xls), not a CSV file',
      text: 'Or it is protected. In Excel, choose "Save as" and "Excel workbook (.xlsx)", without a password, and upload that; or paste the cells.',
    },
    FILE_IS_HTML: {
      title: 'This is a web page, not a CSV file',
      text: 'Some reports are web pages with the file name of a spreadsheet. Open it in Excel.',
    },
    FILE_IS_BINARY: {
      title: 'This is not a text file',
      titleFound: 'This is not a text file but {found}',
      text: 'Choose a CSV file or an Excel workbook (.xlsx), or paste the cells.',
    },
    FILE_IS_NO_TABLE: {
      title: 'This is not a table but {found}',
      text: 'Export it as CSV where it comes from, or open it in Excel and save it as "CSV UTF-8". Or paste the cells of its table alone.',
    },
    FILE_IS_ZIP: {
      title: 'This is a zip archive, not a CSV file',
      titleFound: 'This is a zip archive with {found} in it',
      text: 'Unpack it and choose the file that is in it.',
    },
    FILE_IS_OTHER_WORKBOOK: {
      title: 'This is a workbook of another kind',
      titleFound: 'This is a workbook of another kind ({found})',
      text: 'In the program that made it, choose "Save as" or "Export" and "Excel workbook (.xlsx)" or CSV, then upload that file; or paste the cells.',
    },
    FILE_IS_LOCK: {
      title: 'This is a lock file, not your file',
      text: 'Excel keeps it beside a workbook that is open. Choose the workbook itself, without "~$" before its name.',
      textNamed: 'Excel keeps it beside a workbook that is open. Choose the workbook itself: {name}.',
    },
    HIDDEN_SHEETS: {
      title: 'Only hidden worksheets hold anything: {found}',
      text: 'In Excel, right-click a worksheet tab, choose "Unhide", save the workbook and upload it again.',
    },
    UNSUPPORTED_ENCODING: {
      title: 'The encoding of this file cannot be read',
      titleFound: 'The encoding {found} cannot be read',
    },
    TOO_MANY_ROWS: {
      title: 'The file has more than {most} rows',
      text: 'Split it into smaller files and upload them one after the other.',
    },
    TOO_LARGE: {
      columns: 'Row {row} has more than {most} columns',
      characters: 'A cell in row {row} holds more than {most} characters',
      endless: 'A cell that opens in row {row} never ends',
      format: 'The number format of a cell in row {row} has more than {most} characters',
      formatText: 'Give the column the format General or Text in Excel, or save the file as CSV.',
      texts: 'The cells of the worksheet hold more than {most} characters together',
      cells: 'The worksheet has more than {most} blank cells up to row {row}',
      file: 'The file is larger than {size}',
      row: 'Row {row} is too large',
      text: 'Delete what is not needed, or split it into smaller files.',
    },
    PART_MISSING: {
      title: 'The part of this screen that reads such files could not be loaded',
      text: 'Your network may be down, or the portal was updated. Try again, then reload the page. Runs are not affected.',
    },
    UNREADABLE: {
      title: 'The browser could not read the file',
      text: 'It may have been moved or changed, or be open elsewhere. Close it in Excel and choose it again.',
    },
  },
  /** What a refusal asks of the operator. */
  advice: {
    permission: 'ask for the permission, then retry',
    processing: 'ask the warehouse, then retry',
    shipped: 'use the returns flow',
    notFound: 'check the ID and the organisation',
    quantity: 'lower the quantity',
    sku: 'check the Increff SKU ID (not the EAN, not the channel SKU)',
    channel: 'look at the seller panel, then retry',
    other: 'see what the server says, then fix or retry',
  },
} as const

type Texts<T> = { readonly [K in keyof T]: T[K] extends string ? string : Texts<T[K]> }

/** All texts of one language: the compiler reports a missing text. */
export type Catalog = Texts<typeof english>
