import { type AnswerName, answers } from './answers'
import { perform } from './commands'
import { concludeWorld } from './conclude'
import type { Page } from './page'
import { World } from './world'
import { installTimers } from './worldTime'

type Fault = (world: World, page: Page) => void

const MOMENTS = {
  'before plan': 'before plan',
  'after plan': 'after plan',
  'before intent': 'before intent',
  'after intent': 'after intent',
  'during call': 'during call',
  'after answer, before write': 'answered',
  'after write': 'after outcome',
  'waiting for pace': 'waiting',
} as const

const answerWith =
  (name: AnswerName): Fault =>
  (world) =>
    void world.oms.script.unshift(answers[name])

const FAULTS: Readonly<Record<string, Fault>> = {
  'crash or reload': (world, page) => world.crashPage(page),
  stop: (_, page) => page.stop(),
  'failing write': (world) => {
    world.failingWrites = 1
  },
  'database deleted': (world, page) => world.wipe(page.realm),
  'other user': (world, page) => {
    const tab = world.tabs.find(({ pages }) => pages.get(page.user) === page)
    if (tab) world.switchUser(tab, 'bob')
  },
  'second tab': (world) => void world.openTab(),
  'network down': (world) => world.setReachable(false),
  'clock set': (world) => {
    world.wallSkew += 7_200_000
  },
  'lost before processing': answerWith('lost before'),
  'lost after processing': answerWith('lost after'),
  'time-out, late answer': answerWith('time-out, late ok'),
  '401': answerWith('401'),
  '429': answerWith('429 in 1 s'),
  '503': answerWith('503 before'),
}

/** Describes the record at rest. */
function describe(world: World): string {
  const [record] = world.realm('ann').disk.all('runs')
  if (!record) return 'nothing on record'
  const { cancelled, alreadyCancelled, unknown, notSent } = record.tally
  const how = record.pausedBy ?? record.phase
  return `${how}: ${cancelled + alreadyCancelled} done, ${unknown} unknown, ${notSent} not sent`
}

async function runCell(moment: string, fault: Fault): Promise<string> {
  const world = new World({
    hasLocks: true,
    canRead: false,
    repeatIsSafe: false,
    repeats: 'says so',
    choices: [],
  })
  const uninstall = installTimers(world.time)
  try {
    await perform(world, { does: 'upload', tab: 0, with: 7 })
    const isEarly = moment.endsWith('plan')
    world.oms.script.push(answers.ok, answers.ok, answers.ok)
    world.ambushes.push({ moment, skip: isEarly ? 0 : 1, act: (page) => fault(world, page) })
    await perform(world, { does: 'start', tab: 0, with: 0 })
    if (world.tabs.length === 0) await perform(world, { does: 'second tab', tab: 0, with: 0 })
    await world.pass(160_000)
    const said = describe(world)
    await concludeWorld(world)
    return world.laws.broken.length > 0 ? `BROKEN ${world.laws.broken.join(' ')}` : said
  } finally {
    uninstall()
  }
}

/** Draws the record after each fault at each moment of a run over three sub-orders, before a person continues. */
export async function drawMatrix(): Promise<string> {
  const moments = Object.entries(MOMENTS)
  const lines = [
    `| fault | ${moments.map(([name]) => name).join(' | ')} |`,
    `| --- |${moments.map(() => ' --- |').join('')}`,
  ]
  for (const [name, fault] of Object.entries(FAULTS)) {
    const cells: string[] = []
    for (const [, moment] of moments) cells.push(await runCell(moment, fault))
    lines.push(`| ${name} | ${cells.join(' | ')} |`)
  }
  return lines.join('\n')
}
