/**
 * Tells the author of a host what is wrong with its wiring: `npx check-host --host ./host.mjs --remote https://… --portal
 * https://…`. The host's module exports `createHost(baseUrl)`: its host object, with the client aimed at that address. With
 * `--serve` the probe stays, for a check in the portal's own page.
 */
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { checkPlace } from './checkPlace'
import type { Finding } from './finding'
import { checkWiring } from './hostCheck'
import { PATIENCE } from './patience'
import { describeThrown } from '../src/host/describeThrown'
import { serveProbe } from './hostProbe'

const MARKS: Readonly<Record<Finding['verdict'], string>> = {
  right: 'ok   ',
  wrong: 'WRONG',
  unclear: '?    ',
}

const USAGE = `Say what to look at, one or more of:
  --host ./host.mjs              a module that exports createHost(baseUrl), with the host's own client aimed at baseUrl
  --remote https://…             the folder in which remoteEntry.js is served
  --portal https://…             the page on which the screen is shown: its origin and its policy
  --serve                        the probe stays, for a check in the portal's own page`

const INDENT = 23

/** Breaks a sentence between words, so that the column beside it stays free. */
function wrap(text: string, lead = ''): string {
  const width = Math.max(80, process.stdout.columns ?? 120) - INDENT - lead.length
  const lines = text.match(new RegExp(`\\S.{0,${width - 1}}(?=\\s|$)|\\S+`, 'g')) ?? []
  return lead + lines.join(`\n${' '.repeat(INDENT + lead.length)}`)
}

function writeFinding({ what, verdict, says, fix }: Finding): string {
  const line = `${MARKS[verdict]} ${what.padEnd(16)} ${wrap(says)}`
  return fix === undefined ? line : `${line}\n${' '.repeat(INDENT)}${wrap(fix, '→ ')}`
}

async function loadHost(path: string, baseUrl: string): Promise<unknown> {
  const module = (await import(pathToFileURL(resolve(path)).href)) as {
    createHost?: (baseUrl: string) => unknown
  }
  if (typeof module.createHost !== 'function') throw new Error(`${path} exports no createHost(baseUrl)`)
  return module.createHost(baseUrl)
}

/** @returns the exit code; undefined while the probe stays */
async function check(readCheck: () => Promise<string>): Promise<number | undefined> {
  const { values } = parseArgs({
    options: {
      host: { type: 'string' },
      remote: { type: 'string' },
      portal: { type: 'string' },
      serve: { type: 'boolean', default: false },
    },
  })
  if (!values.host && !values.remote && !values.serve) throw new Error(USAGE)
  const probe = await serveProbe(readCheck)
  const findings: Finding[] = []
  if (values.host) {
    const host = await loadHost(values.host, `${probe.url}/`)
    const seconds = Math.round((PATIENCE.silenceMs + PATIENCE.lateMs) / 1000)
    console.log(
      `Tries the client for about ${seconds} s: one answer is kept back, and late repeats are waited for.\n`,
    )
    findings.push(...(await checkWiring({ host, probe })))
  }
  if (values.remote) {
    const remote = values.remote.replace(/\/(remoteEntry\.js)?$/, '')
    findings.push(...(await checkPlace({ remote, ...(values.portal && { portal: values.portal }) })))
  }
  for (const finding of findings) console.log(writeFinding(finding))
  const bad = findings.filter(({ verdict }) => verdict === 'wrong').length
  if (findings.length > 0) console.log(`\n${findings.length} looked at, ${bad} wrong`)
  if (!values.serve) return bad === 0 ? 0 : 1
  console.log(`The probe answers at ${probe.url}/ until it is stopped (Ctrl+C)`)
  return undefined
}

/** @param readCheck the text of the check as one script, for pages */
export async function checkHost(readCheck: () => Promise<string>): Promise<void> {
  const code = await check(readCheck).catch((error: unknown) => {
    console.error(describeThrown(error))
    return 2
  })
  // A host may keep timers and connections of its own: the command ends all the same.
  if (code !== undefined) process.exit(code)
}
