/** Where the OMS stands, below the base URL of the host's client, as it is published. */
export const defaultPaths = {
  cancelSubOrder: 'orders/{subOrderId}/cancel',
  // A path of its own: a lost body can never turn a line-item call into the cancellation of the whole sub-order.
  cancelLineItems: 'orders/{subOrderId}/cancel-line-items',
} as const
