import { defineConfig } from '@playwright/test'
import short from './playwright.config'

/** `npm run test:hosts`: every host, and the table of them written anew. */
export default defineConfig({
  ...short,
  testDir: 'test/hosts',
  globalSetup: './test/hosts/buildAll.ts',
  reporter: [['list'], ['./test/hosts/writeTable.ts']],
})
