import type { Caution, CautionCode } from '../domain/sheet/caution'
import type { RunEntry } from '../domain/record/runEntry'
import { NO_TEXTS } from './checkTexts'
import { english, type Words } from './english'
import type { IssueKind } from './groupIssues'
import { createIssueWords } from './issueWords'
import { createMeasures } from './measures'
import { nameColumns } from './nameColumns'
import { NO_NAMES, type OwnNames } from './ownNames'
import { createOutcomeWords, statusLabels } from './outcomeWords'
import { createPhrases, type HostTexts } from './phrases'
import { createProblemWords } from './problemWords'
import { createSpeech } from './speech'
import type { Value } from './template'
import type { ColumnMeaning, SheetKind } from '../domain/sheet/columnMeaning'
import type { EarlierRun } from '../domain/run/earlierRun'

/** Of a phrase with one number, and of one with how far something has come. */
const byCount = (phrase: (values: { n: Value }) => string) => (n: number) => phrase({ n })
const byProgress =
  (phrase: (values: { done: Value; total: Value }) => string) => (done: number, total: number) =>
    phrase({ done, total })

/**
 * Every visible string of the screen, with figures as the given locale writes them. Plain ones are those of the language as
 * they stand; here is only what takes values.
 * @param locale BCP 47
 * @param words of the language
 * @param texts of the host: they win over the language's own
 * @param own what the host's OMS calls things
 */
export function createMessages(
  locale: string | undefined,
  words: Words = english,
  texts: HostTexts = NO_TEXTS,
  own: OwnNames = NO_NAMES,
) {
  const speech = createSpeech(locale, texts['language'] ?? words.language)
  const t = nameColumns(createPhrases(words, texts, speech), texts, own)
  const measures = createMeasures(t, speech)
  const { duration, when, number } = measures
  const outcomes = createOutcomeWords(t, measures)
  const issueWords = createIssueWords(t, speech, own.idRule)
  const { and, list } = speech

  function nameEarlier({ fileName, at }: EarlierRun, others: number): string {
    const run = { fileName, when: when(at) }
    return others > 0 ? t.earlier.moreRuns({ ...run, others }) : t.earlier.oneRun(run)
  }
  function writeReceipt({ code, decision, positions }: Caution): string | undefined {
    const { receipt } = t.cautions
    return decision && receipt[code]({ n: positions.length, decision: receipt[decision] })
  }
  function countPast({ tally }: RunEntry): string {
    const left = tally.notSent > 0 ? t.counts.notSent({ n: tally.notSent }) : ''
    return [outcomes.countOutcomes(tally), left].filter(Boolean).join(' · ')
  }

  return {
    ...t,
    /** Of the words, BCP 47. */
    language: speech.language,
    /** Of the layout. */
    direction: speech.direction,
    number,
    status: statusLabels,
    describeState: outcomes.describeState,
    describeFailure: outcomes.describeFailure,
    adviseFailure: outcomes.adviseFailure,
    describeIssue: issueWords.describeIssue,
    countIds: issueWords.countIds,
    own,
    /** @param asks the user can say what is missing */
    describeProblem: createProblemWords(t, speech, measures),

    reading: (fileName: string) => t.reading({ fileName }),
    openIn: (tab: string) => t.openIn({ tab }),
    removeNamed: (fileName: string) => t.removeNamed({ fileName }),
    asideNote: (fileName: string) => t.asideNote({ fileName }),
    asideMended: (fileName: string) => t.asideMended({ fileName }),
    paste: {
      ...t.paste,
      /** Cells have no file; this stands where its name would, in the names of the downloads too. */
      fileName: 'pasted-cells.csv',
    },

    issues: {
      ...t.issues,
      title: byCount(t.issues.title),
      titleStarted: byCount(t.issues.titleStarted),
    },
    mend: {
      ...t.mend,
      cell: (column: string, row: number) => t.mend.cell({ column, row: String(row) }),
      open: (column: string, row: number, text: string) =>
        text === ''
          ? t.mend.openBlank({ column, row: String(row) })
          : t.mend.open({ column, row: String(row), text }),
      dropNamed: (row: number) => t.mend.dropNamed({ row: String(row) }),
      split: byCount(t.mend.split),
      splitNamed: (n: number, row: number) => t.mend.splitNamed({ n, row: String(row) }),
      undoNamed: (row: number) => t.mend.undoNamed({ row: String(row) }),
      undoAll: byCount(t.mend.undoAll),
      dropAll: (kind: IssueKind, n: number) => issueWords.nameDrop(kind, n),
      dropAllText: issueWords.describeDrop,
      splitAll: byCount(t.mend.splitAll),
      dropped: byCount(t.mend.dropped),
      splitDone: byCount(t.mend.splitDone),
      fillAll: byCount(t.mend.fillAll),
      filled: byCount(t.mend.filled),
      mark: (was: string) => t.mend.mark({ was }),
      was: (column: string, text: string) => t.mend.was({ column, text }),
    },
    question: {
      ...t.question,
      column: (sheet: SheetKind, meaning: ColumnMeaning) =>
        t.question.column({ name: t.mend.columnNames[sheet][meaning] }),
      missing: (names: readonly string[]) => t.question.missing({ names: and(names) }),
      shared: (names: readonly string[]) => t.question.shared({ names: and(names) }),
      columnAt: (letters: string) => t.question.columnAt({ letters }),
      withExample: (column: string, example: string) => t.question.withExample({ column, example }),
      more: byCount(t.question.more),
      rowAt: (row: number, found: string) => t.question.rowAt({ row: String(row), found }),
      bareRead: (name: string) => t.question.bareRead({ name }),
      worksheetTitle: (sheet: SheetKind) => t.question.worksheetTitle[sheet],
      worksheetText: (fileName: string, n: number) => t.question.worksheetText({ fileName, n }),
    },
    notes: { ...t.notes, describe: issueWords.describeNote },
    cautions: { ...t.cautions, title: (code: CautionCode, n: number) => t.cautions.title[code]({ n }) },
    drawer: { title: (id: string) => t.drawer.title({ id }) },

    ready: {
      ...t.ready,
      title: byCount(t.ready.title),
      titleLines: (n: number, lines: number) => t.ready.titleLines({ n, lines }),
      undecided: byCount(t.ready.undecided),
    },
    dialog: {
      ...t.dialog,
      question: byCount(t.dialog.question),
      questionOne: (id: string) => t.dialog.questionOne({ id }),
      questionLines: (n: number, lines: number) => t.dialog.questionLines({ n, lines }),
      heldBack: byCount(t.dialog.heldBack),
      dropped: byCount(t.dialog.dropped),
      caution: writeReceipt,
      earlier: byCount(t.dialog.earlier),
      included: byCount(t.dialog.included),
      takes: (ms: number) => t.dialog.takes({ duration: duration(ms) }),
    },
    running: {
      ...t.running,
      title: byProgress(t.running.title),
      progress: byProgress(t.running.progress),
      counts: outcomes.countOutcomes,
      timeLeft: (ms: number | null) =>
        ms === null ? t.running.measuring : t.running.timeLeft({ duration: duration(ms) }),
      waiting: (ms: number) => t.running.waiting({ duration: duration(Math.max(0, ms)) }),
    },
    stopped: { title: byProgress(t.stopped.title), text: byCount(t.stopped.text) },
    paused: { ...t.paused, title: byProgress(t.paused.title) },
    recovered: {
      ...t.recovered,
      /** What is not there is not named, save for what is done. */
      title: (done: number, unknown: number, notSent: number, heldBack: number) =>
        list([
          t.recovered.done({ n: done }),
          ...(unknown > 0 ? [t.recovered.unknown({ n: unknown })] : []),
          ...(notSent > 0 ? [t.recovered.notSent({ n: notSent })] : []),
          ...(heldBack > 0 ? [t.recovered.heldBack({ n: heldBack })] : []),
        ]),
      cutOff: (fileName: string, at: number, by: string) =>
        t.recovered.cutOff({ fileName, when: when(at), by }),
      started: (at: number, by: string) => t.recovered.started({ when: when(at), by }),
      columnsGone: (fileName: string) => t.recovered.columnsGone({ fileName }),
    },
    earlier: {
      ...t.earlier,
      title: (n: number, doubtful: number, run: EarlierRun, others: number) => {
        const where = nameEarlier(run, others)
        if (doubtful === 0) return t.earlier.done({ n, others, where })
        if (doubtful === n) return t.earlier.inDoubt({ n, others, where })
        return t.earlier.someInDoubt({ n, others, where, doubtful })
      },
      held: byCount(t.earlier.held),
      included: byCount(t.earlier.included),
      heldInDoubt: byCount(t.earlier.heldInDoubt),
    },
    unknown: {
      ...t.unknown,
      title: byCount(t.unknown.title),
      advice: byCount(t.unknown.advice),
      checking: byProgress(t.unknown.checking),
      why: outcomes.describeWhy,
      named: (label: string, id: string) => t.unknown.named({ label, id }),
      row: byCount(t.unknown.row),
      more: byCount(t.unknown.more),
      checked: outcomes.describeCheck,
    },
    otherTab: {
      ...t.otherTab,
      text: (fileName: string, done: number, total: number) => t.otherTab.text({ fileName, done, total }),
    },
    memory: {
      ...t.memory,
      tooMany: byCount(t.memory.tooMany),
      tooManyText: (most: number) => t.memory.tooManyText({ most }),
      agreeText: (each: number) => t.memory.agreeText({ each }),
    },
    history: {
      ...t.history,
      by: (at: number, name: string) => t.history.by({ when: when(at), name }),
      counts: countPast,
      openNamed: (name: string, at: number) => t.history.openNamed({ name, when: when(at) }),
      closeNamed: (name: string, at: number) => t.history.closeNamed({ name, when: when(at) }),
      all: byCount(t.history.all),
    },
    finished: {
      ...t.finished,
      allDone: byCount(t.finished.allDone),
      someDone: byProgress(t.finished.someDone),
      already: byCount(t.finished.already),
      left: byCount(t.finished.left),
      heldBack: byCount(t.finished.heldBack),
      failed: byCount(t.finished.failed),
      group: byCount(t.finished.group),
      moreGroups: byCount(t.finished.moreGroups),
    },
    live: {
      ...t.live,
      loaded: (n: number, issues: number) =>
        issues > 0 ? t.live.loadedIssues({ n, issues }) : t.live.loaded({ n }),
      undecided: byCount(t.live.undecided),
      progress: byProgress(t.live.progress),
      cutOff: (counts: string) => t.live.cutOff({ counts }),
    },
  }
}

export type Messages = ReturnType<typeof createMessages>
