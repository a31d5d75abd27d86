import { memoryLimits } from '../../store/run/mayStart'
import { Notice } from '../kit/Notice'
import { useMessages } from '../frame/useMessages'

/** Says in advance that a browser without storage cannot send a long file. */
export function MemoryNotice({ total }: { total: number }) {
  const { memory } = useMessages()
  return (
    <Notice tone="error" role="alert" title={memory.tooMany({ n: total })}>
      <p>{memory.tooManyText({ most: memoryLimits.mostRequests })}</p>
    </Notice>
  )
}
