import * as React from 'react'
import type { Host } from '../../../src/host/contract'

const SubOrderCancellation = React.lazy(() => import('subOrderCancellation/SubOrderCancellation'))

export function Screen({ host }: { host: Host }) {
  return (
    <React.Suspense fallback={null}>
      <SubOrderCancellation host={host} />
    </React.Suspense>
  )
}
