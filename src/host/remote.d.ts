/**
 * The federated modules, for a host's compiler: `/// <reference types="sub-order-cancellation/remote" />`, or
 * `"types": ["sub-order-cancellation/remote"]` among its options.
 */

declare module 'subOrderCancellation/SubOrderCancellation' {
  /**
   * A component for any React from 16.8 to 19. Its result is for React alone: said as `null`, it needs no types of React here,
   * which would have to be the host's.
   */
  export default function SubOrderCancellation(props: { host: import('./contract').Host }): null
}

declare module 'subOrderCancellation/plugin' {
  export const plugin: import('./contract').Plugin
}
