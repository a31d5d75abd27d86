import { defineConfig } from '@playwright/test'
import { chromium } from './test/support/chromium'

// Playwright asks for the default export.
export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results',
  globalSetup: './test/support/buildAll.ts',
  // A test waits for the browser for more than half of its time: with fewer workers a core would stand idle.
  workers: 4,
  fullyParallel: true,
  retries: 0,
  forbidOnly: true,
  timeout: 90_000,
  expect: { timeout: 20_000 },
  reporter: [['list']],
  use: {
    ...chromium,
    viewport: { width: 1440, height: 900 },
    // What does not come by then never does: no need to wait for the test's own limit.
    actionTimeout: 30_000,
    video: 'off',
    screenshot: 'only-on-failure',
  },
})
