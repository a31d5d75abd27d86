import { expect, it } from '@jest/globals'
import { waitFor } from '@testing-library/dom'
import { createFinder } from '../../src/ui/run/createFinder'

interface Query {
  readonly text: string
  readonly version: number
}

/** Each search ends when it is told to. */
function openFinder() {
  const open: { query: Query; isWanted(): boolean; end(): void }[] = []
  const found: string[] = []
  const finder = createFinder<Query, string>({
    find: (query, isWanted) =>
      new Promise((resolve) => {
        const name = `${query.text} ${query.version}`
        open.push({ query, isWanted, end: () => resolve(isWanted() ? name : undefined) })
      }),
    isNearly: (one, other) => one.text === other.text,
    onFound: (name) => found.push(name),
  })
  const findSearch = (index: number) =>
    waitFor(() => {
      const search = open[index]
      if (!search) throw new Error('not begun')
      return search
    })
  return { finder, found, open, findSearch }
}

it('the finder answers the last query, and gives up the queries before it', async () => {
  const { finder, found, open, findSearch } = openFinder()
  finder.want({ text: '7', version: 1 })
  finder.want({ text: '77', version: 1 })
  finder.want({ text: '777', version: 1 })
  const first = await findSearch(0)
  expect(first.isWanted()).toBe(false)
  first.end()
  ;(await findSearch(1)).end()
  await waitFor(() => expect(found).toEqual(['777 1']))
  expect(open.map(({ query }) => query.text)).toEqual(['7', '777'])
})

it('a list that changes during a search gets an answer, and then another search', async () => {
  const { finder, found, findSearch } = openFinder()
  finder.want({ text: '7', version: 1 })
  finder.want({ text: '7', version: 2 })
  finder.want({ text: '7', version: 3 })
  ;(await findSearch(0)).end()
  ;(await findSearch(1)).end()
  await waitFor(() => expect(found).toEqual(['7 1', '7 3']))
})

it('a stopped search answers nothing, and a later search works', async () => {
  const { finder, found, findSearch } = openFinder()
  finder.want({ text: '7', version: 1 })
  const first = await findSearch(0)
  finder.stop()
  expect(first.isWanted()).toBe(false)
  first.end()
  finder.want({ text: '8', version: 1 })
  ;(await findSearch(1)).end()
  await waitFor(() => expect(found).toEqual(['8 1']))
})
