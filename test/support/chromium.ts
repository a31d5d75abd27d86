import { existsSync } from 'node:fs'

/** Debian's own, which apt installs; elsewhere Playwright's. */
const debianChromium = '/usr/bin/chromium'

/**
 * Chromium loads two hidden pages for the list below its address bar with each page that it opens. They took half of
 * the processor time of a short test. Of two switches of the same name Chromium heeds the last, so this list repeats
 * the features that Playwright turns off.
 */
const unusedFeatures = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'ThirdPartyStoragePartitioning',
]

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--disable-features=${unusedFeatures.join(',')}`,
]

/** How every browser of the tests and of the bench is started. */
export const chromium = {
  browserName: 'chromium',
  launchOptions: existsSync(debianChromium)
    ? { executablePath: debianChromium, args: quiet }
    : { args: quiet },
} as const
