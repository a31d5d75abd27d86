import type { CancelPaths } from '../../src/api/wire'
import type { ApiClient } from '../../src/host/contract'

/** How a host can go wrong in the midst of a page's life: with each of them no call gets out. */
export const HOST_FAULTS = [
  'paths throw',
  'paths are gone',
  'a path is no text',
  'a path is an object',
  'client throws',
  'client is empty',
  'time-out throws',
] as const

export type HostFault = (typeof HOST_FAULTS)[number]

/** What the pages are given by their host, in which a setting can be changed in place. */
export class Host {
  private fault: HostFault | undefined
  /** How many times it goes wrong still. */
  private left = 0

  goWrong(fault: HostFault, times: number): void {
    this.fault = fault
    this.left = times
  }
  setRight(): void {
    this.left = 0
  }
  private isWrong(...faults: readonly HostFault[]): HostFault | undefined {
    if (this.left === 0 || !this.fault || !faults.includes(this.fault)) return undefined
    this.left -= 1
    return this.fault
  }

  readPaths(paths: CancelPaths): CancelPaths {
    const fault = this.isWrong('paths throw', 'paths are gone', 'a path is no text', 'a path is an object')
    if (fault === 'paths throw') throw new Error('the host has no paths')
    if (fault === undefined) return paths
    const wrong = fault === 'paths are gone' ? undefined : fault === 'a path is no text' ? 5 : {}
    // What a host gives is not checked by any compiler.
    return { cancelSubOrder: wrong, cancelLineItems: wrong } as unknown as CancelPaths
  }
  readApi(api: ApiClient): ApiClient {
    const fault = this.isWrong('client throws', 'client is empty')
    if (fault === 'client throws') throw new Error('the host has no client')
    return fault === 'client is empty' ? ({} as ApiClient) : api
  }
  readTimeOut(ms: number): number {
    if (this.isWrong('time-out throws')) throw new Error('the host has no time-out')
    return ms
  }
}
