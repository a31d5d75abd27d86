export type ThemeChoice = 'light' | 'dark' | 'system'

/** Languages by their own names: two with texts of their own, and one with a layout from right to left. */
export const languages = { en: 'English', hi: 'हिन्दी', ar: 'العربية' }

/** The options of the dev page that its address keeps, so that a link shows the same world again. */
export interface PageOptions {
  readonly scenario: string | null
  readonly theme: ThemeChoice
  /** BCP 47; null: the browser's. */
  readonly locale: string | null
  readonly callsPerMinute: number
  /** Milliseconds of each answer of the pretend OMS; null: those of the scenario. `npm test` asks for 0. */
  readonly latencyMs: number | null
}

/** The published limit of the OMS. */
const DEFAULT_CALLS_PER_MINUTE = 200

export function readPageOptions(search: string): PageOptions {
  const query = new URLSearchParams(search)
  const theme = query.get('theme')
  const locale = query.get('locale')
  return {
    scenario: query.get('scenario'),
    theme: theme === 'light' || theme === 'dark' ? theme : 'system',
    locale: locale !== null && locale in languages ? locale : null,
    callsPerMinute: readCallsPerMinute(query.get('callsPerMinute')) ?? DEFAULT_CALLS_PER_MINUTE,
    latencyMs: readLatencyMs(query.get('latencyMs')),
  }
}

/** Undefined where it is not a whole number from 1 up. */
export function readCallsPerMinute(text: string | null): number | undefined {
  return text !== null && /^[1-9]\d{0,5}$/.test(text) ? Number(text) : undefined
}

/** Null where it is not a whole number from 0 up. */
function readLatencyMs(text: string | null): number | null {
  return text !== null && /^\d{1,6}$/.test(text) ? Number(text) : null
}

export function writePageOptions(options: PageOptions): string {
  const query = new URLSearchParams()
  if (options.scenario !== null) query.set('scenario', options.scenario)
  if (options.theme !== 'system') query.set('theme', options.theme)
  if (options.locale !== null) query.set('locale', options.locale)
  if (options.callsPerMinute !== DEFAULT_CALLS_PER_MINUTE) {
    query.set('callsPerMinute', String(options.callsPerMinute))
  }
  if (options.latencyMs !== null) query.set('latencyMs', String(options.latencyMs))
  return `?${query}`
}
