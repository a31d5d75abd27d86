import { expect, it } from '@jest/globals'
import { renderHook } from '@testing-library/react'
import { useShownRows } from '../../src/ui/table/useRows'

const ROW_PX = 44

interface Props {
  readonly count: number
  readonly followIndex: number | null
  readonly rowHeight?: number
}

const showRows = (props: Props) =>
  renderHook(
    ({ count, rowHeight = ROW_PX, followIndex }: Props) => useShownRows(count, rowHeight, followIndex),
    {
      initialProps: props,
    },
  )

it('a list of at most 100,000 rows is shown whole', () => {
  expect(showRows({ count: 100_000, followIndex: null }).result.current).toEqual({ first: 0, end: 100_000 })
})

it('a longer list is shown in part, and in a smaller one where rows are high', () => {
  expect(showRows({ count: 1_000_000, followIndex: null }).result.current).toEqual({ first: 0, end: 100_000 })
  expect(showRows({ count: 1_000_000, rowHeight: 152, followIndex: null }).result.current).toEqual({
    first: 0,
    end: 54_605,
  })
})

it('the part follows the row to keep in sight, stays where it was left, and ends with the list', () => {
  const { result, rerender } = showRows({ count: 250_000, followIndex: 99_999 })
  const seen = [result.current]
  for (const followIndex of [100_000, 249_999, null]) {
    rerender({ count: 250_000, followIndex })
    seen.push(result.current)
  }
  rerender({ count: 150_000, followIndex: null })
  seen.push(result.current)
  expect(seen).toEqual([
    { first: 0, end: 100_000 },
    { first: 100_000, end: 200_000 },
    { first: 200_000, end: 250_000 },
    { first: 200_000, end: 250_000 },
    { first: 0, end: 100_000 },
  ])
})
