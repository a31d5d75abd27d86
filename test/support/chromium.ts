import { existsSync } from 'node:fs'

/** Debian's own, which apt installs; elsewhere Playwright's. */
const debianChromium = '/usr/bin/chromium'

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** How every browser of the tests and of the bench is started. */
export const chromium = {
  browserName: 'chromium',
  launchOptions: existsSync(debianChromium)
    ? { executablePath: debianChromium, args: quiet }
    : { args: quiet },
} as const
