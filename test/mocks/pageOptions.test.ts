import { expect, it } from '@jest/globals'
import { readPageOptions, writePageOptions } from '../../src/standalone/pageOptions'

const usual = { scenario: null, theme: 'system', locale: null, callsPerMinute: 200, latencyMs: null }

it('an address without options has the published pace and the latency of the scenario', () => {
  expect(readPageOptions('')).toEqual(usual)
})

it('the next address keeps the options of the present one', () => {
  const search = '?scenario=slow&theme=dark&locale=hi&callsPerMinute=6000&latencyMs=0'
  const options = { scenario: 'slow', theme: 'dark', locale: 'hi', callsPerMinute: 6000, latencyMs: 0 }
  expect(readPageOptions(search)).toEqual(options)
  expect(writePageOptions(options as ReturnType<typeof readPageOptions>)).toBe(search)
})

it.each(['-1', '1.5', 'fast', ''])('a latency of "%s" is ignored', (latency) => {
  expect(readPageOptions(`?latencyMs=${latency}`)).toEqual(usual)
})
