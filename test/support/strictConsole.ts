import { afterEach, beforeEach, expect, jest } from '@jest/globals'

// A warning in a test is a bug nobody has looked at yet: what is written here fails the test that wrote it.
const written: unknown[][] = []

beforeEach(() => {
  written.length = 0
  for (const method of ['error', 'warn'] as const) {
    jest.spyOn(console, method).mockImplementation((...args: unknown[]) => {
      written.push([method, ...args])
    })
  }
})

afterEach(() => {
  expect(written).toEqual([])
})
