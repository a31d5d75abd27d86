import { readSettings } from '../src/app/config'
import type { Host } from '../src/host/contract'
import { checkClient } from './checkClient'
import { checkMembers } from './checkMembers'
import { checkPlace, type Place } from './checkPlace'
import type { Finding } from './finding'
import { PATIENCE, type Patience } from './patience'
import type { Arrival, Probe } from './probe'

/** Where the probe tells what came to it, and forgets it. */
export const ARRIVALS_PATH = 'host-check/arrivals'

export interface Wiring {
  readonly host: unknown
  /** Where the files lie; absent: that is not looked at. */
  readonly place?: Place
  /** Absent: the client is not tried. */
  readonly probe?: Probe
  /** Absent: a client is tried for some 40 s. */
  readonly patience?: Patience
}

async function checkCalls({ api, settings }: Host, probe: Probe, patience: Patience): Promise<Finding[]> {
  const { paths, answerTimeoutMs } = readSettings(settings)
  return checkClient({ api, paths, answerTimeoutMs }, probe, patience)
}

/** Everything that can be told of a host’s wiring, in the order of the contract. */
export async function checkWiring({ host, place, probe, patience = PATIENCE }: Wiring): Promise<Finding[]> {
  const members = checkMembers(host)
  const canCall = members.every(({ what, verdict }) => what !== 'host' || verdict === 'right')
  return [
    ...members,
    // It has been looked at member by member just now.
    ...(probe && canCall ? await checkCalls(host as Host, probe, patience) : []),
    ...(place ? await checkPlace(place) : []),
  ]
}

/** The probe that `npx check-host --serve` holds ready, for a check in the portal’s own page. @param url as it was printed */
export function connectProbe(url: string): Probe {
  return {
    takeArrivals: async () => {
      const answer = await fetch(`${url.replace(/\/+$/, '')}/${ARRIVALS_PATH}`)
      return (await answer.json()) as readonly Arrival[]
    },
  }
}
