import { type ReactNode, startTransition, useEffect, useState } from 'react'

/**
 * Renders its children in a second pass, which React may interrupt: the card and the table of a new sheet in one pass
 * would be one long task.
 */
export function Deferred({ children }: { children: ReactNode }): ReactNode {
  const [isDue, setIsDue] = useState(false)
  useEffect(() => startTransition(() => setIsDue(true)), [])
  return isDue && children
}
