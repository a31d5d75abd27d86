import { useRef, useState } from 'react'
import type { IssueCode } from '../../domain/ids/issueCode'
import type { SubOrderId } from '../../domain/ids/identifiers'
import { useAppDispatch, useAppStore } from '../../store/hooks'
import { readTypedId, startSingle } from '../../store/run/runThunks'

/** From the typed text to the question, and from the answer to the run. */
export function useSingleQuestion() {
  const dispatch = useAppDispatch()
  const store = useAppStore()
  const [issue, setIssue] = useState<IssueCode | null>(null)
  const [isAsking, setIsAsking] = useState(false)
  // Stays while the dialog closes, so that its question does not change in sight.
  const [shownId, setShownId] = useState<SubOrderId | null>(null)
  const hasAgreed = useRef(false)
  // The question that nobody has answered: one question starts at most one run, however often and late it is clicked.
  const asked = useRef<SubOrderId | null>(null)

  /** @returns whether the text is an ID */
  function ask(): boolean {
    const read = readTypedId(store.getState(), store.services)
    setIssue(read.ok ? null : read.code)
    asked.current = read.ok ? read.id : null
    if (read.ok) setShownId(read.id)
    setIsAsking(read.ok)
    return read.ok
  }
  function goBack(): void {
    hasAgreed.current = false
    asked.current = null
    setIsAsking(false)
  }
  function agree(): void {
    hasAgreed.current = true
    setIsAsking(false)
    // The run sends the ID that the dialog named, whatever the user types meanwhile.
    const id = asked.current
    asked.current = null
    if (id !== null) void dispatch(startSingle(id))
  }
  const forgetIssue = () => setIssue(null)
  return { issue, isAsking, shownId: shownId ?? '', hasAgreed, ask, goBack, agree, forgetIssue }
}
