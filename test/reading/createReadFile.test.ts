import { afterEach, expect, it } from '@jest/globals'
import { neverYield } from '../../src/domain/time/yieldIfDue'
import type { ReadFile, ReadRequest } from '../../src/domain/sheet/sheetReading'
import { createReadFile } from '../../src/reading/createReadFile'
import { readAndCheck } from '../../src/reading/readAndCheck'
import {
  type PageMessage,
  type ReadOrder,
  type WorkerMessage,
  writeMessages,
} from '../../src/reading/sheetMessages'

type Hear = (event: { data: WorkerMessage }) => void

/** A worker that runs the test's script once it gets its order. */
class FakeWorker {
  static started: FakeWorker[] = []
  static play: (worker: FakeWorker, order: ReadOrder) => void = () => undefined
  onmessage: Hear | undefined
  onerror: ((event: { preventDefault(): void }) => void) | undefined
  onmessageerror: (() => void) | undefined
  isEnded = false

  constructor(readonly url: URL | string) {
    FakeWorker.started.push(this)
  }
  sendNext: () => void = () => undefined

  postMessage(message: PageMessage): void {
    if (message === 'next') this.sendNext()
    else FakeWorker.play(this, message)
  }
  addEventListener(): void {
    // Only the address of a blob waits for it.
  }
  terminate(): void {
    this.isEnded = true
  }
  post(data: WorkerMessage): void {
    this.onmessage?.({ data })
  }
  fail(): void {
    this.onerror?.({ preventDefault: () => undefined })
  }
}

const request: ReadRequest = { kind: 'sub-orders', maxRows: 100, maxBytes: 10_000 }
const file = new File(['Sub Order ID\n1\n2\n1\n'], 'orders.csv')

interface Scene {
  readonly read: ReadFile
  /** The timer for a worker that says nothing, or has said all. */
  ring(): void
}

function createScene({ mayUseBlob = true, origin = 'null', yieldIfDue = neverYield } = {}): Scene {
  FakeWorker.started = []
  // In Node the script is a file, and a file has no origin.
  Object.assign(globalThis, { Worker: FakeWorker, location: { origin } })
  let rung: () => void = () => undefined
  return {
    read: createReadFile({
      mayUseBlob: () => mayUseBlob,
      createYieldIfDue: () => yieldIfDue,
      startTimer: (_, ring) => {
        rung = ring
        return () => {
          rung = () => undefined
        }
      },
    }),
    ring: () => rung(),
  }
}

const nothing = () => undefined
const unreadable = { type: 'refused', problem: { code: 'UNREADABLE', fileName: 'orders.csv' } }
const never = () => new AbortController().signal
const expected = () => readAndCheck(file, request, neverYield, nothing)
const rowsOf = (result: Awaited<ReturnType<ReadFile>>) =>
  result.type === 'checked'
    ? {
        ...result.checked,
        requests: [...result.checked.requests],
        rows: [...result.checked.sheet.rows],
        sheet: null,
      }
    : result

afterEach(() => {
  Reflect.deleteProperty(globalThis, 'Worker')
  Reflect.deleteProperty(globalThis, 'location')
})

it('joins what a worker has read to the same sheet, and lets the worker go', async () => {
  const { read, ring } = createScene()
  FakeWorker.play = (worker, order) => {
    worker.post({ type: 'ready' })
    void readAndCheck(order.file, order.request, neverYield, nothing).then((result) => {
      const messages = writeMessages(result)
      worker.sendNext = () => {
        const next = messages.next()
        if (!next.done) worker.post(next.value)
      }
      worker.sendNext()
    })
  }
  expect(rowsOf(await read(file, request, nothing, never()))).toEqual(rowsOf(await expected()))
  ring()
  expect(FakeWorker.started.map(({ isEnded }) => isEnded)).toEqual([true])
})

it('tells how far the worker is', async () => {
  const { read } = createScene()
  const shares: number[] = []
  FakeWorker.play = (worker) => {
    worker.post({ type: 'ready' })
    worker.post({ type: 'progress', share: 0.5 })
    worker.post({ type: 'result', result: { type: 'stopped' } })
  }
  await read(file, request, (share) => shares.push(share), never())
  expect(shares).toEqual([0.5])
})

it.each<[string, (worker: FakeWorker, scene: Scene) => void]>([
  ['fails to start', (worker) => worker.fail()],
  ['never says a word', (_, scene) => scene.ring()],
])('reads on the page where a worker %s', async (_, play) => {
  const scene = createScene()
  FakeWorker.play = (worker) => play(worker, scene)
  expect(rowsOf(await scene.read(file, request, nothing, never()))).toEqual(rowsOf(await expected()))
  expect(FakeWorker.started.map(({ isEnded }) => isEnded)).toEqual([true])
})

it('reads on the page where there are no workers', async () => {
  const { read } = createScene()
  Reflect.deleteProperty(globalThis, 'Worker')
  expect(rowsOf(await read(file, request, nothing, never()))).toEqual(rowsOf(await expected()))
})

it('starts no worker by a blob where the policy of the page forbids one', async () => {
  const { read } = createScene({ mayUseBlob: false, origin: 'https://portal.example' })
  expect(rowsOf(await read(file, request, nothing, never()))).toEqual(rowsOf(await expected()))
  expect(FakeWorker.started).toEqual([])
})

it('says that a file cannot be read where the worker fell over it: the page would as well', async () => {
  const { read } = createScene()
  FakeWorker.play = (worker) => {
    worker.post({ type: 'ready' })
    worker.fail()
  }
  expect(await read(file, request, nothing, never())).toEqual(unreadable)
})

it('ends the worker when the user stops the reading', async () => {
  const { read } = createScene()
  FakeWorker.play = (worker) => worker.post({ type: 'ready' })
  const stop = new AbortController()
  const reading = read(file, request, nothing, stop.signal)
  stop.abort()
  expect(await reading).toEqual({ type: 'stopped' })
  expect(FakeWorker.started.map(({ isEnded }) => isEnded)).toEqual([true])
})

it('stops reading on the page at the next yield', async () => {
  const { read } = createScene()
  Reflect.deleteProperty(globalThis, 'Worker')
  const stop = new AbortController()
  const large = new File([`Sub Order ID\n${'1\n'.repeat(100_000)}`], 'orders.csv')
  const shares: number[] = []
  const watch = (share: number) => {
    shares.push(share)
    stop.abort()
  }
  const limits = { ...request, maxRows: 1_000_000, maxBytes: 10_000_000 }
  expect(await read(large, limits, watch, stop.signal)).toEqual({ type: 'stopped' })
  expect(shares.length).toBe(1)
})

it('says that a file cannot be read where what the worker has read does not get through', async () => {
  const { read } = createScene()
  FakeWorker.play = (worker) => {
    worker.post({ type: 'ready' })
    worker.onmessageerror?.()
  }
  expect(await read(file, request, nothing, never())).toEqual(unreadable)
})

it('says that a file cannot be read where reading in slices falls over it', async () => {
  const yieldIfDue = () => {
    throw new Error('out of memory')
  }
  const { read } = createScene({ yieldIfDue })
  Reflect.deleteProperty(globalThis, 'Worker')
  expect(await read(file, request, nothing, never())).toEqual(unreadable)
})
