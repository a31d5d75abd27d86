import { type Finding, right, unclear, wrong } from './finding'

/** Where the plugin’s files lie, as a portal’s page sees them. */
export interface Place {
  /** Folder of `remoteEntry.js`, without a slash at the end. */
  readonly remote: string
  /** The page of the portal on which the screen is shown; absent: its policy is not looked at. */
  readonly portal?: string
}

type Fetch = (url: string, init?: RequestInit) => Promise<Response>

const ENTRIES = ['remoteEntry.js', 'mf-manifest.json', 'oms-plugin.json'] as const
const YEAR_S = 31_536_000

interface Got {
  readonly file: string
  readonly answer: Response
  readonly bytes: ArrayBuffer
}

async function get(fetchUrl: Fetch, { remote, portal }: Place, file: string): Promise<Got | undefined> {
  const headers = portal === undefined ? {} : { origin: new URL(portal).origin }
  try {
    const answer = await fetchUrl(`${remote}/${file}`, { headers })
    return answer.ok ? { file, answer, bytes: await answer.arrayBuffer() } : undefined
  } catch {
    return undefined
  }
}

function readFiles(manifest: Got | undefined): Readonly<Record<string, string>> | undefined {
  try {
    const { files } = JSON.parse(new TextDecoder().decode(manifest?.bytes)) as { files?: unknown }
    return typeof files === 'object' && files !== null ? (files as Record<string, string>) : undefined
  } catch {
    return undefined
  }
}

const list = (names: readonly string[]) => names.join(', ')

function checkReach(got: readonly Got[], wanted: readonly string[]): Finding {
  const missing = wanted.filter((file) => !got.some((one) => one.file === file))
  return missing.length === 0
    ? right('files', `All ${String(wanted.length)} files are there.`)
    : wrong(
        'files',
        `Not there: ${list(missing)}.`,
        'Deploy the whole of dist/, and leave the files of earlier releases in place.',
      )
}

function checkMime(got: readonly Got[]): Finding {
  const bad = got.filter(
    ({ file, answer }) =>
      file.endsWith('.js') &&
      !/^(text|application)\/(x-)?javascript\b/.test(answer.headers.get('content-type') ?? ''),
  )
  return bad.length === 0
    ? right('mime', 'Scripts are served as JavaScript.')
    : wrong(
        'mime',
        `${list(bad.map(({ file, answer }) => `${file} is ${answer.headers.get('content-type') ?? 'without a type'}`))}: browsers may refuse it.`,
        'Serve .js as text/javascript.',
      )
}

function checkCors(got: readonly Got[], { remote, portal }: Place): Finding {
  if (portal === undefined) return unclear('cors', 'Without the portal’s address it cannot be told.')
  const { origin } = new URL(portal)
  if (new URL(remote).origin === origin) return right('cors', 'Portal and plugin have one origin.')
  const bad = got.filter(({ answer }) => {
    const allowed = answer.headers.get('access-control-allow-origin')
    return allowed !== '*' && allowed !== origin
  })
  return bad.length === 0
    ? right('cors', `${origin} may load the files.`)
    : wrong(
        'cors',
        `${origin} may not load ${list(bad.map(({ file }) => file))}.`,
        `Answer with Access-Control-Allow-Origin: ${origin}.`,
      )
}

function checkCaching(got: readonly Got[]): Finding {
  const isEntry = (file: string) => (ENTRIES as readonly string[]).includes(file)
  const stale = got.filter(
    ({ file, answer }) =>
      isEntry(file) && !/no-cache|no-store|max-age=0/.test(answer.headers.get('cache-control') ?? ''),
  )
  if (stale.length > 0) {
    return wrong(
      'caching',
      `${list(stale.map(({ file }) => file))} may be kept by browsers: an old entry would ask for what a later release took away.`,
      'Serve these three with Cache-Control: no-cache.',
    )
  }
  const short = got.filter(({ file, answer }) => {
    const age = /max-age=(\d+)/.exec(answer.headers.get('cache-control') ?? '')?.[1]
    return !isEntry(file) && Number(age ?? 0) < YEAR_S
  })
  return short.length === 0
    ? right('caching', 'Entries are asked for anew, and all else is kept.')
    : unclear(
        'caching',
        `${list(short.map(({ file }) => file))} could be kept for a year (immutable): their names change with their content.`,
      )
}

async function checkIntegrity(
  got: readonly Got[],
  files: Readonly<Record<string, string>>,
): Promise<Finding> {
  const bad: string[] = []
  for (const { file, bytes } of got) {
    const wanted = files[file]
    if (wanted === undefined) continue
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-384', bytes))
    if (`sha384-${btoa(String.fromCharCode(...digest))}` !== wanted) bad.push(file)
  }
  return bad.length === 0
    ? right('integrity', 'Every file is the one that oms-plugin.json names.')
    : wrong(
        'integrity',
        `Not the file that oms-plugin.json names: ${list(bad)}.`,
        'Deploy all files of one build, and let nothing on the way change them.',
      )
}

type Policy = ReadonlyMap<string, readonly string[]>

function parsePolicy(text: string): Policy {
  const directives = text.split(';').map((directive) => directive.trim().split(/\s+/))
  return new Map(directives.map(([name = '', ...sources]) => [name.toLowerCase(), sources]))
}

function allows(sources: readonly string[] | undefined, url: string, portal: string): boolean {
  if (!sources) return true
  const { origin, protocol } = new URL(url)
  return sources.some(
    (source) =>
      source === '*' ||
      source === protocol ||
      (source === "'self'" && origin === new URL(portal).origin) ||
      url.startsWith(source) ||
      source === origin,
  )
}

function judgePolicy(policy: Policy, remote: string, portal: string): Finding {
  const fallback = policy.get('default-src')
  const scripts = policy.get('script-src-elem') ?? policy.get('script-src') ?? fallback
  if (!allows(scripts, `${remote}/remoteEntry.js`, portal)) {
    return wrong(
      'policy',
      `The portal’s policy forbids scripts of ${remote}.`,
      `Add ${new URL(remote).origin} to script-src.`,
    )
  }
  const styles = policy.get('style-src-elem') ?? policy.get('style-src') ?? fallback
  const hasStyles =
    !styles || styles.some((source) => source.startsWith("'nonce-") || source === "'unsafe-inline'")
  return hasStyles
    ? right('policy', 'The portal’s policy lets the screen load and be drawn.')
    : wrong(
        'policy',
        'The portal’s policy forbids the screen’s styles.',
        "Add 'nonce-…' to style-src, and give the nonce as theme.nonce.",
      )
}

async function checkPolicy(fetchUrl: Fetch, { remote, portal }: Place): Promise<Finding> {
  if (portal === undefined) return unclear('policy', 'Without the portal’s address it cannot be told.')
  try {
    const answer = await fetchUrl(portal)
    const meta = /<meta[^>]+content-security-policy[^>]+content="([^"]+)"/i.exec(await answer.text())?.[1]
    const text = answer.headers.get('content-security-policy') ?? meta
    return text === undefined
      ? right('policy', 'The portal has no content security policy.')
      : judgePolicy(parsePolicy(text), remote, portal)
  } catch {
    return unclear('policy', `${portal} cannot be fetched.`)
  }
}

/** How the plugin’s files are served, and whether the portal’s page lets them work. */
export async function checkPlace(
  place: Place,
  fetchUrl: Fetch = (url, init) => fetch(url, init),
): Promise<Finding[]> {
  const entries = await Promise.all(ENTRIES.map((file) => get(fetchUrl, place, file)))
  const files = readFiles(entries.find((got) => got?.file === 'oms-plugin.json')) ?? {}
  const further = Object.keys(files).filter((file) => !(ENTRIES as readonly string[]).includes(file))
  const rest = await Promise.all(further.map((file) => get(fetchUrl, place, file)))
  const got = [...entries, ...rest].filter((one) => one !== undefined)
  return [
    checkReach(got, [...ENTRIES, ...further]),
    checkMime(got),
    checkCors(got, place),
    checkCaching(got),
    await checkIntegrity(got, files),
    await checkPolicy(fetchUrl, place),
  ]
}
