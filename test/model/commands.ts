import * as fc from 'fast-check'
import { readSubOrderId } from '../../src/domain/identifiers'
import { findByStatus } from '../../src/domain/requestState'
import { checkUnknown } from '../../src/store/checkUnknown'
import { closeRun, showPastRun } from '../../src/store/journalThunks'
import { markUnknown } from '../../src/store/resolveThunks'
import { earlierIncluded } from '../../src/store/runsSlice'
import { continueRun, retryFailed, sendUnknownAgain, startAll, startSingle } from '../../src/store/runThunks'
import { loadFile } from '../../src/store/sheetThunks'
import { askOtherToStop } from '../../src/store/tabThunks'
import { ANSWER_NAMES, type AnswerName, answers } from './answers'
import { IDS, writeFile } from './deskRows'
import { printOf } from './laws'
import type { Page } from './page'
import type { Tab, World } from './world'

/** One thing that a person, the network, the machine or the server does. */
export type Command = {
  readonly does: keyof typeof deeds
  /** Which tab, counted round. */
  readonly tab: number
  /** What the deed needs: an answer, a sub-order, a number. */
  readonly with: number
  /** Undefined: all that follows by itself happens before the next command; else only so many things. */
  readonly only?: number
}

/** Moments at which a page is struck down, or its write fails. */
export const MOMENTS = [
  'before plan',
  'after plan',
  'before record',
  'after record',
  'before mark',
  'after mark',
  'before intent',
  'after intent',
  'during call',
  'answered',
  'before outcome',
  'after outcome',
  'before return',
  'after return',
  'before resolution',
  'after resolution',
  'before told',
  'after told',
  'waiting',
] as const

const WRITES = MOMENTS.filter((moment) => moment.startsWith('before'))

export const pickFrom = <T>(list: readonly T[], number: number): T => {
  const item = list[number % list.length]
  if (item === undefined) throw new Error('nothing to pick from')
  return item
}

/** The run that a person at this page would mean: the one on the desk. */
export function readDeskId({ store }: Page): string {
  const { sheets, view } = store.getState()
  return sheets['sub-orders'].sheet?.id ?? sheets['line-items'].sheet?.id ?? view.singleId ?? ''
}

function upload(world: World, page: Page, kind: 'sub-orders' | 'line-items', mask: number): void {
  world.note(`upload ${kind}`)
  page.run(loadFile(kind, writeFile(kind, mask)))
}

function ambush(world: World, moment: string, skip: number, act: 'crash' | 'failed' | 'lost'): void {
  world.ambushes.push({ moment, skip, act })
}

function mark(page: Page, world: World): void {
  const id = readDeskId(page)
  const cancellation = page.store.getState().runs.byId[id]
  const [position] = cancellation ? findByStatus(cancellation, 'unknown') : []
  if (position === undefined || !cancellation) return
  const print = printOf(cancellation.requests.at(position))
  // A person who looks it up in the OMS, and waits until nothing is on its way any more.
  if (world.oms.calls.some((call) => call.print === print && call.isUnderWay)) return
  page.run(markUnknown(id, position, world.oms.isCancelled(print)))
}

type Deed = (world: World, page: Page, number: number, tab: Tab) => void

export const deeds = {
  upload: (world, page, number) => upload(world, page, 'sub-orders', number % 64),
  'upload lines': (world, page, number) => upload(world, page, 'line-items', number % 8),
  start: (_, page) => page.ask('start', startAll(readDeskId(page))),
  'start twice': (_, page) => {
    page.ask('start', startAll(readDeskId(page)))
    page.ask('start', startAll(readDeskId(page)))
  },
  single: (_, page, number) => {
    const read = readSubOrderId(pickFrom(IDS, number))
    if (read.ok) page.ask('start', startSingle(read.id))
  },
  stop: (_, page) => page.stop(),
  continue: (_, page) => page.ask('continue', continueRun(readDeskId(page))),
  retry: (_, page) => page.ask('retry', retryFailed(readDeskId(page))),
  again: (_, page) => page.ask('again', sendUnknownAgain(readDeskId(page))),
  mark: (world, page) => mark(page, world),
  check: (_, page) => page.run(checkUnknown(readDeskId(page))),
  include: (_, page) => void page.store.dispatch(earlierIncluded({ id: readDeskId(page), isIncluded: true })),
  close: (_, page) => {
    const id = readDeskId(page)
    if (id !== '') page.run(closeRun(id))
  },
  'open past': (_, page, number) => {
    const { history } = page.store.getState().journal
    if (history.length > 0) page.run(showPastRun(pickFrom(history, number).id))
  },
  'ask to stop': (world, page) => {
    if (page.store.getState().runs.observedId === null) return
    for (const other of world.pages) {
      if (other !== page && other.user === page.user) other.isStopAsked ||= false
    }
    page.store.dispatch(askOtherToStop())
  },
  answer: (world, _, number) => {
    const name: AnswerName = pickFrom(ANSWER_NAMES, number)
    world.note(`answer ${name}`)
    world.oms.script.push(answers[name])
    world.oms.serve()
  },
  'answer ok': (world, _, number) => {
    for (let count = 0; count <= number % 3; count += 1) world.oms.script.push(answers.ok)
    world.oms.serve()
  },
  'network down': (world) => world.setReachable(false),
  'network up': (world) => world.setReachable(true),
  'reads go wrong': (world, _, number) => {
    world.oms.readMode = pickFrom(['truth', 'lost', '401', '500', 'truth'] as const, number)
  },
  crash: (world, _, __, tab) => world.crash(tab),
  'crash at': (world, _, number) =>
    ambush(world, pickFrom(MOMENTS, number), Math.floor(number / MOMENTS.length) % 3, 'crash'),
  reload: (world, page, _, tab) => {
    world.crash(tab)
    world.openTab(page.user)
  },
  'second tab': (world) => {
    if (world.tabs.length < 3) world.openTab()
  },
  'other user': (world, _, __, tab) => world.switchUser(tab, 'bob'),
  'user back': (world, _, __, tab) => world.switchUser(tab, 'ann'),
  logout: (_, page) => page.leave(),
  'fail write': (world, _, number) =>
    ambush(
      world,
      pickFrom(WRITES, number),
      Math.floor(number / WRITES.length) % 3,
      number % 5 === 0 ? 'lost' : 'failed',
    ),
  'fail writes': (world, _, number) => {
    world.failingWrites = 1 + (number % 4)
  },
  'delete journal': (world, page) => world.wipe(page.realm),
  'set clock': (world, _, number) => {
    world.wallSkew += (number % 2 === 0 ? 1 : -1) * (1 + (number % 20)) * 3_600_000
  },
  'time passes': (_, __, ___) => undefined,
} as const satisfies Readonly<Record<string, Deed>>

const TIMES_MS = [2000, 60_000, 125_000, 200_000, 1_500_000]

/** @returns the world's laws that are broken by then */
export async function perform(world: World, command: Command): Promise<readonly string[]> {
  world.note(command.does)
  if (world.tabs.length === 0) world.openTab()
  const tab = pickFrom(world.tabs, command.tab)
  const deed: Deed = deeds[command.does]
  deed(world, tab.current, command.with, tab)
  if (command.does === 'time passes') await world.pass(pickFrom(TIMES_MS, command.with))
  await world.settle(command.only)
  if (command.only === undefined) world.laws.checkRest()
  return world.laws.broken
}

/** What happens often happens often here too. */
const WEIGHTS: Readonly<Partial<Record<Command['does'], number>>> = {
  upload: 4,
  start: 6,
  continue: 5,
  answer: 14,
  'answer ok': 8,
  'time passes': 5,
  reload: 3,
  'crash at': 4,
  mark: 2,
  check: 3,
  stop: 2,
  'second tab': 2,
}

const names = Object.keys(deeds) as Command['does'][]

const command: fc.Arbitrary<Command> = fc.record(
  {
    does: fc.oneof(...names.map((name) => ({ arbitrary: fc.constant(name), weight: WEIGHTS[name] ?? 1 }))),
    tab: fc.nat(2),
    with: fc.nat(500),
    only: fc.nat(12),
  },
  { requiredKeys: ['does', 'tab', 'with'] },
)

export interface Sequence {
  readonly settings: World['settings']
  readonly commands: readonly Command[]
}

/** Two tabs that have been open for longer than any call can last. */
const LONG_OPEN: readonly Command[] = [
  { does: 'second tab', tab: 0, with: 0 },
  { does: 'second tab', tab: 0, with: 0 },
  { does: 'time passes', tab: 0, with: 3 },
]

/** Mostly as in life: a file is chosen and started, then anything may happen. */
export const sequence: fc.Arbitrary<Sequence> = fc.record({
  settings: fc.record({
    hasLocks: fc.oneof(
      { arbitrary: fc.constant(true), weight: 6 },
      { arbitrary: fc.constant(false), weight: 1 },
    ),
    canRead: fc.boolean(),
    repeatIsSafe: fc.boolean(),
    choices: fc.array(fc.nat(5), { maxLength: 12 }),
  }),
  commands: fc
    .tuple(fc.nat(63), fc.boolean(), fc.array(command, { minLength: 2, maxLength: 30 }))
    .map(([mask, hasTwoTabs, rest]) => [
      ...(hasTwoTabs ? LONG_OPEN : []),
      { does: 'upload' as const, tab: 0, with: mask },
      { does: 'start' as const, tab: 0, with: 0 },
      ...rest,
    ]),
})
