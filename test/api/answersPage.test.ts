import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { readOutcome } from '../../src/api/readOutcome'
import type { Attempt, CancellationRequest } from '../../src/domain/run/cancellation'
import type { SkuId, SubOrderId } from '../../src/domain/ids/identifiers'

const subOrderId = 'SO-1' as SubOrderId
const whole: CancellationRequest = { kind: 'whole', subOrderId, row: 2 }
const line: CancellationRequest = {
  kind: 'line-items',
  subOrderId,
  row: 2,
  lineItems: [{ skuId: 'A1' as SkuId, quantity: 1, row: 2 }],
}

/** The lines of the one table: what the row becomes, and the examples of it. */
const rows = readFileSync(join(__dirname, '../../docs/answers.md'), 'utf8')
  .split('\n')
  .filter((text) => text.startsWith('| ') && !text.startsWith('| answer') && !text.startsWith('| ---'))
  .map((text) => text.slice(2, -2).split(' | '))
  .map(([answer = '', row = '', run = '', examples = '']) => ({
    answer,
    row,
    run,
    examples: [...examples.matchAll(/`(\d{3})(?: ([^`]+))?`/g)],
  }))

/** In the words of the page: `UNKNOWN` (`accepted`). */
function describeAttempt(attempt: Attempt, wantsReason: boolean): string {
  if (attempt.kind === 'not-processed') return '`NOT SENT`'
  const { outcome } = attempt
  if (outcome.status === 'succeeded')
    return outcome.how === 'already-cancelled' ? '`SUCCESS`, counted' : '`SUCCESS`'
  if (outcome.status === 'failed') return '`ERROR`'
  return wantsReason ? `\`UNKNOWN\` (\`${outcome.reason.why}\`)` : '`UNKNOWN`'
}

/** How the page begins to say what the run does. */
function describeRun(attempt: Attempt): string {
  if (attempt.kind === 'not-processed') return attempt.why === 'rate-limited' ? 'waits' : 'pauses: '
  if (attempt.trouble === undefined) return 'goes on'
  return attempt.trouble === 'session' ? 'pauses: ' : 'pauses at three in a row'
}

describe('what docs/answers.md says', () => {
  it.each(rows.filter(({ examples }) => examples.length > 0))('$answer: $row', ({ row, run, examples }) => {
    for (const [example, status, body] of examples) {
      const answer = { status: Number(status), body, isRedirected: false, header: () => undefined }
      const attempt = readOutcome(answer, body?.includes('A1') ? line : whole, 0)
      const said = describeAttempt(attempt, row.includes('('))
      expect(`${example}: ${row}`).toContain(`${example}: ${said}`)
      expect(`${example}: ${run}`).toContain(`${example}: ${describeRun(attempt)}`)
    }
  })

  it('has an example wherever an answer alone decides', () => {
    expect(rows.filter(({ examples }) => examples.length === 0)).toHaveLength(5)
  })
})
