import { test as bare, chromium as browserType } from '@playwright/test'
import { type PlannedKill, runKillSession } from '../kill/killSession'
import { raceTabs } from '../kill/raceTabs'
import { expect } from '../support/browser'
import { chromium } from '../support/chromium'

/** Each way of closing a page, at each point of a run. `npm run test:kill` does it a hundred times. */
const kills: readonly PlannedKill[] = [
  { kind: 'reload', point: 'before-intent', nth: 2, isLost: false },
  { kind: 'close', point: 'before-call', nth: 1, isLost: false },
  { kind: 'crash', point: 'received', nth: 3, isLost: false },
  { kind: 'sigkill', point: 'processed', nth: 2, isLost: false },
  { kind: 'crash', point: 'before-outcome', nth: 1, isLost: false },
  { kind: 'reload', point: 'between', nth: 2, isLost: false },
  { kind: 'sigkill', point: 'received', nth: 1, isLost: true },
]

bare(
  'a run that is killed at every point and in every way loses nothing, and sends nothing twice',
  async () => {
    bare.slow()
    const { kills: found, unknown, ...report } = await runKillSession(kills, 5_000_000_000)
    expect(report).toEqual({ orders: 31, resent: [], contradictions: [] })
    // Between two orders no call is out. Before an intent, the pace decides whether the last outcome is written.
    const least = kills.map(({ point }) => (point === 'between' || point === 'before-intent' ? 0 : 1))
    const most = kills.map(({ point }) => (point === 'between' ? 0 : 1))
    expect(found).toEqual(
      kills.map((kill, index) => ({
        ...kill,
        unrecorded: [],
        otherKeys: [],
        newUnknown: found[index]?.newUnknown === least[index] ? least[index] : most[index],
        uninvited: 0,
      })),
    )
    expect(unknown).toBe(found.reduce((sum, { newUnknown }) => sum + newUnknown, 0))
  },
)

for (const [lagMs, orders] of [
  [0, 10],
  [10, 120],
  [100, 10],
] as const) {
  bare(`two tabs that start the same file ${lagMs} ms apart make one call for each order`, async () => {
    const browser = await browserType.launch(chromium.launchOptions)
    try {
      expect(await raceTabs(browser, lagMs, orders)).toEqual({ orders, wrong: [], mostInFlight: 1 })
    } finally {
      await browser.close()
    }
  })
}
