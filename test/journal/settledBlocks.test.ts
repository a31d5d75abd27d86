import { describe, expect, it } from '@jest/globals'
import { createGate } from '../../mocks/script'
import { ALREADY_CANCELLED, CANCELLED, type Outcome } from '../../src/domain/run/outcome'
import { outcomeAt } from '../../src/domain/run/outcomeList'
import { createMemoryTables } from '../../src/journal/tables/memoryTables'
import { rangeOf, type Tables } from '../../src/journal/tables/tables'
import { createWholes, refused, unanswered } from '../domain/requests'
import { type Book, openBook } from './openBook'

/** Two whole blocks and a part of a third. */
const COUNT = 2_100

/** Every seventh is refused, every eleventh is unknown, every thirteenth was cancelled before. */
function outcomeOf(position: number): Outcome {
  if (position % 7 === 3) return refused
  if (position % 11 === 5) return unanswered
  return position % 13 === 8 ? ALREADY_CANCELLED : CANCELLED
}

/** A journal in memory that counts as one on a disk, and counts the states that are read. */
function createDisk(): { readonly tables: Tables; readonly read: { states: number } } {
  const memory = createMemoryTables()
  const read = { states: 0 }
  return {
    read,
    tables: {
      ...memory,
      isDurable: true,
      read: (stores, work) =>
        memory.read(stores, (tx) =>
          work({
            ...tx,
            getAll: async (store, range, limit) => {
              const values = await tx.getAll(store, range, limit)
              if (store === 'state') read.states += values.length
              return values
            },
          }),
        ),
    },
  }
}

/** Sends the requests at these positions of the book's list, in one stint. */
async function send(
  book: Book,
  runId: string,
  picks: readonly number[] | null,
  outcome: (position: number) => Outcome,
): Promise<void> {
  const list = picks ?? Array.from({ length: COUNT }, (_, position) => position)
  const recorder = await book.take({ runId, total: list.length, picks, repeatsUnknown: true })
  for (const [index, position] of list.entries()) {
    const settled = index === 0 ? undefined : (list[index - 1] ?? 0)
    await recorder.write({
      next: { position, key: `${runId}-${position}` },
      done: index,
      ...(settled !== undefined && { settled: { position: settled, outcome: outcome(settled) } }),
    })
  }
  const last = list.at(-1) ?? 0
  await recorder.write({
    settled: { position: last, outcome: outcome(last) },
    done: list.length,
    end: { phase: 'finished' },
  })
}

async function readOutcomes(book: Book) {
  const { outcomes, tally } = (await book.load()).cancellation
  return { outcomes: Array.from({ length: COUNT }, (_, position) => outcomeAt(outcomes, position)), tally }
}

const readBlocks = ({ tables }: { tables: Tables }) =>
  tables.read(['plan'], (tx) => tx.getAllKeys('plan', rangeOf('sheet-1', 'settled')))

async function runThrough() {
  const disk = createDisk()
  const book = openBook(createWholes(COUNT), { tables: disk.tables })
  await send(book, 'first', null, outcomeOf)
  return { disk, book }
}

describe('blocks of cancelled requests', () => {
  it('are written for each block that a stint has closed, and give what the states give', async () => {
    const { disk, book } = await runThrough()
    disk.read.states = 0
    const fromBlocks = await readOutcomes(book)
    const { states } = disk.read
    expect({ blocks: await readBlocks(disk), outcomes: fromBlocks.outcomes }).toEqual({
      blocks: [
        ['sheet-1', 'settled', 0],
        ['sheet-1', 'settled', 1],
      ],
      outcomes: Array.from({ length: COUNT }, (_, position) => outcomeOf(position)),
    })
    await disk.tables.write(['plan'], async (tx) => tx.delete('plan', rangeOf('sheet-1', 'settled')))
    expect(await readOutcomes(book)).toEqual(fromBlocks)
    expect(states).toBeLessThan(disk.read.states)
  })

  it('leave most states unread where the server has refused few', async () => {
    const disk = createDisk()
    const book = openBook(createWholes(COUNT), { tables: disk.tables })
    const isRefused = (position: number) => position % 100 === 50
    await send(book, 'first', null, (position) => (isRefused(position) ? refused : CANCELLED))
    disk.read.states = 0
    const { tally } = await readOutcomes(book)
    // The rest of the third block, and one state for each refused request before it.
    expect({ states: disk.read.states, failed: tally.failed }).toEqual({ states: 100 + 20, failed: 21 })
  })

  it('do not hide what is known later of the other requests', async () => {
    const { book } = await runThrough()
    const failed = Array.from({ length: COUNT }, (_, position) => position).filter(
      (position) => outcomeOf(position) === refused,
    )
    await send(book, 'second', failed, () => CANCELLED)
    const at = Date.now()
    const verdict = { by: 'person', name: 'Priya Nair', at } as const
    const outcome = { status: 'succeeded', how: 'cancelled', verdict } as const
    await book.journal.resolve(book.id, [
      { position: 16, outcome, verdict, source: 'person', isQuiet: true },
      { position: 27, outcome: null, verdict, source: 'person', isQuiet: true },
    ])
    const { outcomes } = await readOutcomes(book)
    expect([outcomes[3], outcomes[16], outcomes[27], outcomes[5]]).toEqual([
      CANCELLED,
      outcome,
      undefined,
      unanswered,
    ])
  })

  it('are not written for the few requests that a run sends again', async () => {
    const { disk, book } = await runThrough()
    await disk.tables.write(['plan'], async (tx) => tx.delete('plan', rangeOf('sheet-1', 'settled')))
    await send(book, 'second', [3, 1011, 2009], () => CANCELLED)
    expect(await readBlocks(disk)).toEqual([])
  })

  it('are not written for a run that was removed meanwhile', async () => {
    const { tables } = createDisk()
    const remove = createGate()
    const removed = createGate()
    const ended = createGate()
    const late: Tables = {
      ...tables,
      write: async (stores, work) => {
        if (stores.join() !== 'runs,plan,state') return tables.write(stores, work)
        remove.open()
        await removed.opened
        return tables.write(stores, work).finally(ended.open)
      },
    }
    const book = openBook(createWholes(1_001), { tables: late })
    const all = Array.from({ length: 1_001 }, (_, position) => position)
    await send(book, 'first', all, () => CANCELLED)
    await remove.opened
    await book.journal.remove(book.id)
    removed.open()
    await ended.opened
    expect(await tables.read(['plan'], (tx) => tx.getAllKeys('plan'))).toEqual([])
  })
})
