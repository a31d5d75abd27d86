import { expect, it, jest } from '@jest/globals'
import { neverYield } from '../../../src/domain/time/yieldIfDue'
import { createReadFile } from '../../../src/reading/createReadFile'

jest.mock('../../../src/reading/readAndCheck', () => {
  throw new Error('404')
})

const request = { kind: 'sub-orders', maxRows: 100, maxBytes: 10_000 } as const
const file = new File(['Sub Order ID\n1\n'], 'orders.csv')
const read = createReadFile({
  mayUseBlob: () => false,
  createYieldIfDue: () => neverYield,
  startTimer: () => () => undefined,
})
const readTill = (stop: AbortSignal) => read(file, request, () => undefined, stop)

it('says that a part is missing where there is no worker and the reader cannot be fetched', async () => {
  const problem = { code: 'PART_MISSING', fileName: 'orders.csv' }
  expect(await readTill(new AbortController().signal)).toEqual({ type: 'refused', problem })
})

it('says nothing of it to a person who has stopped the reading meanwhile', async () => {
  const stop = new AbortController()
  const reading = readTill(stop.signal)
  stop.abort()
  expect(await reading).toEqual({ type: 'stopped' })
})
