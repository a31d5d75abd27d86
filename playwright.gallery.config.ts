import { defineConfig } from '@playwright/test'
import short from './playwright.config'

/** `npm run gallery`: one after the other, for both write the same folder. */
export default defineConfig({ ...short, testDir: 'test/gallery', workers: 1, fullyParallel: false })
