import { type Finding, unclear, wrong } from './finding'
import { judgeArrivals } from './judgeArrivals'
import { judgeOutcomes } from './judgeOutcomes'
import type { Patience } from './patience'
import { ANSWERS, type Case, type Probe } from './probe'
import { greetProbe, type Subject, tryClient } from './tryClient'

/** Addresses where a path was asked for: they would pass by the client’s base URL. */
function findForeignPaths({ paths }: Subject): string[] {
  const given = [paths.cancelSubOrder, paths.cancelLineItems, paths.readSubOrder ?? '']
  return given.filter((path) => /^([a-z][a-z\d+.-]*:|\/\/)/i.test(path))
}

function tellStop(stoppedAt: Case, before: Case | undefined): Finding {
  if (before === undefined || stoppedAt === 'lines') {
    const which = stoppedAt === 'lines' ? 'a cancel of line items' : 'a cancel'
    const says = `A read comes to the probe, and ${which} does not: it went elsewhere. No other was sent.`
    return wrong('probe', says, 'Aim all calls of the client at the probe.')
  }
  const says = `After ${ANSWERS[before]} the next cancel does not come to the probe. No other was sent: the rest could not be told.`
  // A client may well wait for somebody to sign in.
  if (before === 'page' || before === 'redirect') return unclear('probe', says)
  return wrong('probe', says, 'Send each cancel that is asked for, whatever became of the one before.')
}

/**
 * What the screen would make of what a host’s client does with calls. The client must be aimed at the probe: nothing but a read
 * goes out before the probe has been recognised, so that no real OMS is asked to cancel anything.
 */
export async function checkClient(subject: Subject, probe: Probe, patience: Patience): Promise<Finding[]> {
  const foreign = findForeignPaths(subject)
  if (foreign.length > 0) {
    const says = `settings.paths has ${foreign.join(', ')}: it would pass by the client’s base URL. Nothing was sent.`
    return [wrong('probe', says, 'Give paths that are relative to the base URL.')]
  }
  const { hasArrived, isRead } = await greetProbe(subject, probe)
  if (!hasArrived) {
    const says = 'The client is not aimed at the probe. No cancel was sent.'
    return [wrong('probe', says, 'Create the host with the probe’s address as the base URL of its client.')]
  }
  if (!isRead) {
    const says =
      'A read comes to the probe, and the screen cannot read what the client makes of its answer. No cancel was sent.'
    return [wrong('probe', says, 'Resolve with { status, headers, body }, the body as it came.')]
  }
  const tried = await tryClient(subject, probe, patience)
  const last = (Object.keys(tried.heard) as Case[]).at(-1)
  return [
    ...judgeOutcomes(tried),
    ...judgeArrivals(tried, subject),
    ...(tried.stoppedAt ? [tellStop(tried.stoppedAt, last)] : []),
  ]
}
