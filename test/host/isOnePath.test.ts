import { describe, expect, it } from '@jest/globals'
import { isOnePath, isTemplate } from '../../src/host/isOnePath'

const CANCEL = 'orders/{subOrderId}/cancel'

describe('two templates are one path if they differ by', () => {
  it.each([
    ['nothing', CANCEL],
    ['a slash before them', '/orders/{subOrderId}/cancel'],
    ['slashes before them', '//orders/{subOrderId}/cancel'],
    ['a slash behind them', 'orders/{subOrderId}/cancel/'],
    ['slashes behind them', 'orders/{subOrderId}/cancel//'],
    ['a doubled slash', 'orders//{subOrderId}/cancel'],
    ['a slash of Windows', 'orders\\{subOrderId}\\cancel'],
    ['a dot before them', './orders/{subOrderId}/cancel'],
    ['a dot between', 'orders/./{subOrderId}/cancel'],
    ['a dot behind them', 'orders/{subOrderId}/cancel.'],
    ['a dot segment behind them', 'orders/{subOrderId}/cancel/.'],
    ['a way down and up', 'orders/{subOrderId}/lines/../cancel'],
    ['an escaped way down and up', 'orders/{subOrderId}/lines/%2e%2E/cancel'],
    ['a way above the base', '../orders/{subOrderId}/cancel'],
    ['a question mark', 'orders/{subOrderId}/cancel?'],
    ['a query', 'orders/{subOrderId}/cancel?lines=1'],
    ['a hash', 'orders/{subOrderId}/cancel#'],
    ['a fragment', 'orders/{subOrderId}/cancel#lines'],
    ['both', 'orders/{subOrderId}/cancel?#'],
    ['the case of a letter', 'Orders/{subOrderId}/CANCEL'],
    ['an escape of a plain letter', 'orders/{subOrderId}/%63ancel'],
    ['an escape of an escape', 'orders/{subOrderId}/%2563ancel'],
    ['the case of an escape', 'orders/{subOrderId}%2fcancel'],
    ['an escaped slash', 'orders/{subOrderId}%2Fcancel'],
    ['parameters of a segment', 'orders/{subOrderId}/cancel;v=1'],
    ['blanks around them', ' orders/{subOrderId}/cancel '],
    ['an escaped blank behind them', 'orders/{subOrderId}/cancel%20'],
    ['a line end between', 'orders/{subOrderId}/can\ncel'],
    ['an invisible mark', 'orders/{subOrderId}/can\u200bcel'],
    ['full-width letters', 'orders/{subOrderId}/ｃancel'],
  ])('%s', (_, other) => {
    expect([isOnePath(CANCEL, other), isOnePath(other, CANCEL)]).toEqual([true, true])
  })
})

describe('two templates are two paths if', () => {
  it.each([
    ['the defaults are', CANCEL, 'orders/{subOrderId}/cancel-line-items'],
    ['another segment is', CANCEL, 'orders/{subOrderId}/cancel/lines'],
    ['the ID stands elsewhere', CANCEL, 'orders/cancel/{subOrderId}'],
    ['the ID stands in another query', 'orders/cancel?id={subOrderId}', 'lines/cancel?id={subOrderId}'],
    ['an escape is broken', 'orders/{subOrderId}/a%', 'orders/{subOrderId}/a'],
    ['another server is', 'https://one/{subOrderId}', 'https://other/{subOrderId}'],
  ])('%s', (_, one, other) => {
    expect([isOnePath(one, other), isOnePath(other, one)]).toEqual([false, false])
  })
})

describe('a template', () => {
  it.each([
    CANCEL,
    '/x/{subOrderId}',
    'orders/cancel?id={subOrderId}',
    'orders/{subOrderId}.json',
    'v1/so-{subOrderId}',
  ])('may be %s', (template) => expect(isTemplate(template)).toBe(true))

  it.each([
    ['without the ID', 'orders/cancel'],
    ['with the ID in a fragment, which is never sent', 'orders/cancel#{subOrderId}'],
    ['that walks away from its ID', 'orders/{subOrderId}/../cancel'],
    ['that walks away from its ID by escapes', 'orders/{subOrderId}/%2e%2e/cancel'],
    ['of another placeholder', 'orders/{id}/cancel'],
    ['that is empty', ''],
    ['that is no text', 7],
    ['that is null', null],
    ['that only becomes text', { toString: () => CANCEL, includes: () => true }],
    [
      'that throws when it becomes text',
      {
        toString: () => {
          throw new Error('no')
        },
      },
    ],
  ])('is none %s', (_, template) => expect(isTemplate(template)).toBe(false))
})
