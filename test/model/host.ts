import type { CancelPaths } from '../../src/api/wire'
import type { ApiClient } from '../../src/host/contract'

/** Faults of a host in the middle of a page's life. With each of them no call goes out. */
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

/** The host of the pages, whose settings can change in place. */
export class Host {
  private fault: HostFault | undefined
  /** How many more times the fault happens. */
  private left = 0

  goWrong(fault: HostFault, times: number): void {
    this.fault = fault
    this.left = times
  }
  setRight(): void {
    this.left = 0
  }
  /** @returns the present fault, where it is among these; it is then used up once */
  private takeFault<F extends HostFault>(...faults: readonly F[]): F | undefined {
    const fault = faults.find((name) => name === this.fault)
    if (this.left === 0 || !fault) return undefined
    this.left -= 1
    return fault
  }

  readPaths(paths: CancelPaths): CancelPaths {
    const fault = this.takeFault('paths throw', 'paths are gone', 'a path is no text', 'a path is an object')
    if (fault === 'paths throw') throw new Error('the host has no paths')
    if (fault === undefined) return paths
    const wrongPaths = { 'paths are gone': undefined, 'a path is no text': 5, 'a path is an object': {} }
    const wrong = wrongPaths[fault]
    // No compiler checks the values of a host.
    return { cancelSubOrder: wrong, cancelLineItems: wrong } as unknown as CancelPaths
  }
  readApi(api: ApiClient): ApiClient {
    const fault = this.takeFault('client throws', 'client is empty')
    if (fault === 'client throws') throw new Error('the host has no client')
    return fault === 'client is empty' ? ({} as ApiClient) : api
  }
  readTimeOut(ms: number): number {
    if (this.takeFault('time-out throws')) throw new Error('the host has no time-out')
    return ms
  }
}
