import { type Arrival, checkClient, type Probe } from './checkClient'
import { checkMembers } from './checkMembers'
import { checkPlace, type Place } from './checkPlace'
import type { Finding } from './finding'

/** Where the probe tells what came to it, and forgets it. */
export const ARRIVALS_PATH = 'host-check/arrivals'

export interface Wiring {
  readonly host: unknown
  /** Where the files lie; absent: that is not looked at. */
  readonly place?: Place
  /** Absent: the client is not tried. */
  readonly probe?: Probe
}

/** Everything that can be told of a host’s wiring, in the order of the contract. */
export async function checkWiring({ host, place, probe }: Wiring): Promise<Finding[]> {
  const members = checkMembers(host)
  const canCall = members.every(({ what, verdict }) => what !== 'host' || verdict === 'right')
  // It has been looked at member by member just now.
  const client =
    probe && canCall ? await checkClient((host as { api: Parameters<typeof checkClient>[0] }).api, probe) : []
  return [...members, ...client, ...(place ? await checkPlace(place) : [])]
}

/** The probe that `npm run check-host` serves, for a check in the portal’s own page. @param url as it was printed */
export function connectProbe(url: string): Probe {
  return {
    takeArrivals: async () => {
      const answer = await fetch(`${url.replace(/\/+$/, '')}/${ARRIVALS_PATH}`)
      return (await answer.json()) as readonly Arrival[]
    },
  }
}
