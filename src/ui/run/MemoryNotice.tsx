import { memoryLimits } from '../../store/run/mayStart'
import { Notice } from '../kit/Notice'
import { useMessages } from '../frame/useMessages'

/** In a browser that keeps nothing, a long file cannot be sent: said before anybody tries. */
export function MemoryNotice({ total }: { total: number }) {
  const { memory } = useMessages()
  return (
    <Notice tone="error" role="alert" title={memory.tooMany({ n: total })}>
      <p>{memory.tooManyText({ most: memoryLimits.mostRequests })}</p>
    </Notice>
  )
}
