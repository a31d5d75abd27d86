import { useEffect, useRef, useState } from 'react'

/** Follows a value, at most once in `ms` milliseconds; at once where `ms` is 0. */
export function useThrottled<Value>(value: Value, ms: number): Value {
  const [shown, setShown] = useState(value)
  const last = useRef(Number.NEGATIVE_INFINITY)
  useEffect(() => {
    const rest = last.current + ms - performance.now()
    const renew = () => {
      last.current = performance.now()
      setShown(value)
    }
    const timer = setTimeout(renew, Math.max(0, rest))
    return () => clearTimeout(timer)
  }, [value, ms])
  return ms === 0 ? value : shown
}
