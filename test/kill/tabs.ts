/**
 * Two tabs start the same file within 0, 10 and 100 ms, ten times each: `npm run test:tabs`. Half of the files are so short
 * that the first tab is done before the second gives up, half so long that it is not.
 */
import { chromium as browserType } from '@playwright/test'
import { buildPlugin } from '../../mocks/build'
import { chromium } from '../support/chromium'
import { raceTabs } from './raceTabs'

const LAGS_MS = [0, 10, 100]
const TIMES = 10

async function main(): Promise<void> {
  await buildPlugin()
  const browser = await browserType.launch(chromium.launchOptions)
  let passed = 0
  let failed = 0
  for (const lagMs of LAGS_MS) {
    for (let time = 0; time < TIMES; time += 1) {
      const race = await raceTabs(browser, lagMs, time % 2 === 0 ? 10 : 120)
      const { orders, wrong, mostInFlight } = race
      const isSound = wrong.length === 0 && mostInFlight === 1
      if (isSound) passed += 1
      else failed += 1
      console.log(
        `${String(lagMs).padStart(4)} ms apart, ${orders} orders: not exactly once ${wrong.length}, most in flight ${mostInFlight}  ${isSound ? 'ok' : 'FAILED'}`,
      )
    }
  }
  await browser.close()
  console.log(`\n${passed} passed, ${failed} failed`)
  process.exitCode = failed === 0 ? 0 : 1
}

await main()
