declare module 'subOrderCancellation/SubOrderCancellation' {
  import type { ComponentType } from 'react'
  import type { Host } from '../../../src/host/contract'

  const SubOrderCancellation: ComponentType<{ host: Host }>
  export default SubOrderCancellation
}
