import { readSubOrderId } from '../../src/domain/ids/identifiers'
import { findByStatus } from '../../src/domain/run/requestState'
import type { TabMessage } from '../../src/domain/run/tabMessage'
import { checkUnknown } from '../../src/store/run/checkUnknown'
import { closeRun, showPastRun } from '../../src/store/record/pastRuns'
import { earlierIncluded } from '../../src/store/slices/runActions'
import {
  continueRun,
  retryFailed,
  sendUnknownAgain,
  startAll,
  startSingle,
} from '../../src/store/run/runThunks'
import { loadFile } from '../../src/store/sheet/loadFile'
import { askOtherToStop } from '../../src/store/run/tabThunks'
import { cancellationTypeChosen, tabChosen } from '../../src/store/slices/viewSlice'
import { ANSWER_NAMES, type AnswerName, answers } from './answers'
import { IDS, writeFile } from './modelFiles'
import { HOST_FAULTS } from './host'
import { mark } from './mark'
import type { Page } from './page'
import { STRANGE_MESSAGES } from './strangeMessages'
import type { Tab, World } from './world'

/** One action of a person, the network, the machine or the server. */
export type Command = {
  readonly does: keyof typeof deeds
  /** Which tab, counted round. */
  readonly tab: number
  /** The argument of the action: an answer, a sub-order, a number. */
  readonly with: number
  /** Wins over `with`: the name of the answer, moment or fault, which stays the same when the lists grow. */
  readonly named?: string
  /** The number of events before the next command; undefined: all that need no command. */
  readonly only?: number
}

/** Moments at which a page can crash, or its write can fail. */
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

const pickFrom = <T>(list: readonly T[], number: number): T => {
  const item = list[number % list.length]
  if (item === undefined) throw new Error('nothing to pick from')
  return item
}

/** The run that a person at this page would mean: the one in the slot that is shown. */
function readSlotId({ store }: Page): string {
  const { sheets, view } = store.getState()
  if (view.tab === 'sub-orders' && view.cancellationType === 'single') return view.singleId ?? ''
  return sheets[view.tab].sheet?.id ?? ''
}

function goTo(page: Page, slot: 'sub-orders' | 'line-items' | 'single'): void {
  page.store.dispatch(tabChosen(slot === 'single' ? 'sub-orders' : slot))
  if (slot !== 'line-items')
    page.store.dispatch(cancellationTypeChosen(slot === 'single' ? 'single' : 'multiple'))
}

function upload(world: World, page: Page, kind: 'sub-orders' | 'line-items', mask: number): void {
  world.note(`upload ${kind}`)
  goTo(page, kind)
  page.run(loadFile(kind, writeFile(kind, mask)))
}

function ambush(world: World, moment: string, skip: number, act: 'crash' | 'failed' | 'lost'): void {
  world.ambushes.push({ moment, skip, act })
}

/** Looks one of the unknown rows up. */
function markOne(world: World, page: Page, number: number): void {
  const id = readSlotId(page)
  const cancellation = page.store.getState().runs.byId[id]
  const unknown = cancellation ? findByStatus(cancellation, 'unknown') : []
  if (unknown.length > 0) mark(world, page, id, pickFrom(unknown, number))
}

/** Everybody at a tab of this user goes on with the run that this page shows, at the same moment. */
function continueInAll(world: World, page: Page): void {
  const id = readSlotId(page)
  const { user } = page
  for (const { current } of world.tabs) if (current.user === user) current.ask('continue', continueRun(id))
}

const DAY_MS = 86_400_000

interface Told {
  readonly number: number
  readonly tab: Tab
  /** Picks from a list, by name where one was given. */
  pick<T extends string>(list: readonly T[]): T
}

type Deed = (world: World, page: Page, told: Told) => void

export const deeds = {
  upload: (world, page, { number }) => upload(world, page, 'sub-orders', number % 64),
  'upload lines': (world, page, { number }) => upload(world, page, 'line-items', number % 8),
  start: (_, page) => page.ask('start', startAll(readSlotId(page))),
  'start twice': (_, page) => {
    page.ask('start', startAll(readSlotId(page)))
    page.ask('start', startAll(readSlotId(page)))
  },
  single: (_, page, { number }) => {
    const read = readSubOrderId(pickFrom(IDS, number))
    goTo(page, 'single')
    if (read.ok) page.ask('start', startSingle(read.id))
  },
  'go to slot': (_, page, { number }) =>
    goTo(page, pickFrom(['sub-orders', 'line-items', 'single', 'sub-orders'] as const, number)),
  stop: (_, page) => page.stop(),
  continue: (_, page) => page.ask('continue', continueRun(readSlotId(page))),
  'continue in all tabs': (world, page) => continueInAll(world, page),
  retry: (_, page) => page.ask('retry', retryFailed(readSlotId(page))),
  again: (_, page) => page.ask('again', sendUnknownAgain(readSlotId(page))),
  mark: (world, page, { number }) => markOne(world, page, number),
  check: (_, page) => page.run(checkUnknown(readSlotId(page))),
  include: (world, page) => {
    const id = readSlotId(page)
    world.laws.noteConsent(page, id)
    page.store.dispatch(earlierIncluded({ id, isIncluded: true }))
  },
  close: (world, page) => {
    const id = readSlotId(page)
    if (id === '') return
    world.laws.facts.closed.add(id)
    page.run(closeRun(id))
  },
  'open past': (_, page, { number }) => {
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
  answer: (world, _, { pick }) => {
    const name: AnswerName = pick(ANSWER_NAMES)
    world.note(`answer ${name}`)
    world.oms.script.push(answers[name])
    world.oms.serve()
  },
  'answer ok': (world, _, { number }) => {
    for (let count = 0; count <= number % 3; count += 1) world.oms.script.push(answers.ok)
    world.oms.serve()
  },
  'network down': (world) => world.setReachable(false),
  'network up': (world) => world.setReachable(true),
  'reads go wrong': (world, _, { number }) => {
    world.oms.readMode = pickFrom(['truth', 'lost', '401', '500', 'truth'] as const, number)
  },
  'host goes wrong': (world, _, { number, pick }) => {
    const fault = pick(HOST_FAULTS)
    world.note(`host: ${fault}`)
    world.host.goWrong(fault, 1 + (Math.floor(number / HOST_FAULTS.length) % 3))
  },
  'host is right': (world) => world.host.setRight(),
  'strange message': (_, page, { number }) => {
    const [id = 'nobody'] = Object.keys(page.store.getState().runs.byId)
    // A message of another version, which no compiler has checked.
    page.realm.post(page, pickFrom(STRANGE_MESSAGES, number)(id) as TabMessage)
  },
  crash: (world, _, { tab }) => world.crash(tab),
  'crash at': (world, _, { number, pick }) =>
    ambush(world, pick(MOMENTS), Math.floor(number / MOMENTS.length) % 3, 'crash'),
  reload: (world, page, { tab }) => {
    world.crash(tab)
    world.openTab(page.user)
  },
  'second tab': (world) => {
    if (world.tabs.length < 3) world.openTab()
  },
  'other user': (world, _, { tab }) => world.switchUser(tab, 'bob'),
  'user back': (world, _, { tab }) => world.switchUser(tab, 'ann'),
  logout: (_, page) => page.leave(),
  'fail write': (world, _, { number, pick }) =>
    ambush(world, pick(WRITES), Math.floor(number / WRITES.length) % 3, number % 5 === 0 ? 'lost' : 'failed'),
  'fail writes': (world, _, { number }) => {
    world.failingWrites = 1 + (number % 4)
  },
  'delete journal': (world, page) => world.wipe(page.realm),
  'set clock': (world, _, { number }) => {
    const days = [0, 8, 31, 1 + (number % 40)][Math.floor(number / 2) % 4] ?? 0
    const ms = days > 0 ? days * DAY_MS : (1 + (number % 20)) * 3_600_000
    world.wallSkew += (number % 2 === 0 ? 1 : -1) * ms
  },
  'time passes': () => undefined,
} as const satisfies Readonly<Record<string, Deed>>

const TIMES_MS = [2000, 60_000, 125_000, 200_000, 1_500_000]

/** @returns the world's laws that are broken by then */
export async function perform(world: World, command: Command): Promise<readonly string[]> {
  world.note(command.does)
  if (world.tabs.length === 0) world.openTab()
  const tab = pickFrom(world.tabs, command.tab)
  const deed: Deed = deeds[command.does]
  const { with: number, named } = command
  const pick = <T extends string>(list: readonly T[]) =>
    list.find((one) => one === named) ?? pickFrom(list, number)
  deed(world, tab.current, { number, tab, pick })
  if (command.does === 'time passes') await world.pass(pickFrom(TIMES_MS, command.with))
  await world.settle(command.only)
  if (command.only === undefined) {
    world.laws.facts.closed.clear()
    world.laws.checkRest()
  }
  return world.laws.broken
}
