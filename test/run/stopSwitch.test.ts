import { expect, it } from '@jest/globals'
import { createStopSwitch } from '../../src/run/stopSwitch'

it('raises the signal of the present stint alone', () => {
  const stopSwitch = createStopSwitch()
  const first = stopSwitch.arm()
  stopSwitch.raise('user')
  const second = stopSwitch.arm()
  expect([first.aborted, first.reason, second.aborted]).toEqual([true, 'user', false])
  stopSwitch.raise('principal-changed')
  expect([first.reason, second.reason]).toEqual(['user', 'principal-changed'])
})

it('the first reason holds', () => {
  const stopSwitch = createStopSwitch()
  const signal = stopSwitch.arm()
  stopSwitch.raise('user')
  stopSwitch.raise('principal-changed')
  expect(signal.reason).toBe('user')
})

it('does nothing before the first run', () => {
  expect(() => createStopSwitch().raise('user')).not.toThrow()
})
