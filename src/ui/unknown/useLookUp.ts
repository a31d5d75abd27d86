import { useState } from 'react'
import { type CheckResult, checkUnknown } from '../../store/run/checkUnknown'
import { useAppDispatch, useAppSelector } from '../../store/hooks'

/** Looks up the unknown outcomes of a cancellation: the progress, and the result of the last look-up. */
export function useLookUp(id: string) {
  const dispatch = useAppDispatch()
  const check = useAppSelector(({ runs }) => (runs.check?.id === id ? runs.check : null))
  const [result, setResult] = useState<CheckResult | null>(null)
  function start(): void {
    setResult(null)
    void dispatch(checkUnknown(id)).then(setResult)
  }
  return { check, result: check ? null : result, start }
}
