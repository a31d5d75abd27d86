import { useAppSelector } from '../../store/hooks'
import { Notice } from '../kit/Notice'
import { useMessages } from '../frame/useMessages'

/** The reason why a run did not start. */
export function RefusalNotice({ id }: { id: string }) {
  const { refused } = useMessages()
  const why = useAppSelector(({ runs }) => (runs.refusal?.id === id ? runs.refusal.why : null))
  if (why === null) return null
  const { title, text } = refused[why]
  return (
    <Notice tone="error" role="alert" title={title}>
      <p>{text}</p>
    </Notice>
  )
}
