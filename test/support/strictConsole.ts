import { afterEach, beforeEach, expect, jest } from '@jest/globals'

// A warning in a test is a bug nobody has looked at yet: what is written here fails the test that wrote it.
const written: unknown[][] = []

/** How long Redux Toolkit's own checks took says how busy the machine was, and nothing of the product. */
const isPace = ([words]: readonly unknown[]) => /^\w+InvariantMiddleware took \d+ms/.test(String(words))

beforeEach(() => {
  written.length = 0
  for (const method of ['error', 'warn'] as const) {
    jest.spyOn(console, method).mockImplementation((...args: unknown[]) => {
      if (!isPace(args)) written.push([method, ...args])
    })
  }
})

afterEach(() => {
  expect(written).toEqual([])
})
