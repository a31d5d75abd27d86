/**
 * The federated modules, for a host's compiler: `/// <reference types="sub-order-cancellation/remote" />`, or
 * `"types": ["sub-order-cancellation/remote"]` among its options.
 */

declare module 'subOrderCancellation/SubOrderCancellation' {
  /**
   * A component for any React from 16.8 to 19. The type says `null`, which fits every version of React's types without
   * importing any of them.
   */
  export default function SubOrderCancellation(props: { host: import('./contract').Host }): null
}

declare module 'subOrderCancellation/plugin' {
  export const plugin: import('./contract').Plugin
}
