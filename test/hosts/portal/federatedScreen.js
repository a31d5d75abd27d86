import { createElement, lazy, Suspense } from 'react'

const SubOrderCancellation = lazy(() => import('subOrderCancellation/SubOrderCancellation'))

/** As the README has it. */
export function Screen({ host }) {
  return createElement(Suspense, { fallback: null }, createElement(SubOrderCancellation, { host }))
}
