import { expect, it } from '@jest/globals'
import { readPageOptions, writePageOptions } from '../../src/standalone/pageOptions'

const usual = { scenario: null, theme: 'system', locale: null, callsPerMinute: 200, latencyMs: null }

it('the address of the dev page alone: the published pace, and the latency of the scenario', () => {
  expect(readPageOptions('')).toEqual(usual)
})

it('what the address says is kept in the next one', () => {
  const search = '?scenario=slow&theme=dark&locale=hi&callsPerMinute=6000&latencyMs=0'
  const options = { scenario: 'slow', theme: 'dark', locale: 'hi', callsPerMinute: 6000, latencyMs: 0 }
  expect(readPageOptions(search)).toEqual(options)
  expect(writePageOptions(options as ReturnType<typeof readPageOptions>)).toBe(search)
})

it.each(['-1', '1.5', 'fast', ''])('a latency of "%s" is none', (latency) => {
  expect(readPageOptions(`?latencyMs=${latency}`)).toEqual(usual)
})
