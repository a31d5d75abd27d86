import { type ReactNode, startTransition, useEffect, useState } from 'react'

/**
 * Renders what is in it in a pass of its own behind the first one, which React may interrupt: a new sheet's card and its table
 * at once would be one long task.
 */
export function Deferred({ children }: { children: ReactNode }): ReactNode {
  const [isDue, setIsDue] = useState(false)
  useEffect(() => startTransition(() => setIsDue(true)), [])
  return isDue && children
}
