import { Button } from 'antd'
import { memo, useState } from 'react'
import { useAppDispatch, useAppSelector } from '../../store/hooks'
import { selectCancellation } from '../../store/selectors'
import { askOtherToStop } from '../../store/run/tabThunks'
import { Notice } from '../kit/Notice'
import * as kit from '../kit/kit.module.css'
import { useMessages } from '../frame/useMessages'
import { describeTally } from '../../texts/describeTally'

/** Memo: a batch of outcomes would render antd's button anew. */
const AskButton = memo(function AskButton({ onAsk }: { onAsk(): void }) {
  const { otherTab } = useMessages()
  return <Button onClick={onAsk}>{otherTab.ask}</Button>
})

function ObservedRun({ id }: { id: string }) {
  const messages = useMessages()
  const { otherTab } = messages
  const dispatch = useAppDispatch()
  const [wasAsked, setWasAsked] = useState(false)
  const cancellation = useAppSelector((state) => selectCancellation(state, id))
  const entry = useAppSelector(({ journal }) => journal.history.find((past) => past.id === id))
  const run = cancellation?.run
  const [ask] = useState(() => () => {
    dispatch(askOtherToStop())
    setWasAsked(true)
  })
  return (
    <Notice tone="info" icon="sync" title={otherTab.title} actions={!wasAsked && <AskButton onAsk={ask} />}>
      {entry && run && (
        <p className={kit.figuresLine}>
          <bdi>{otherTab.text({ fileName: entry.fileName, done: run.done, total: run.total })}</bdi>
          {run.done > 0 && <> · {describeTally(cancellation.tally, messages)}</>}
        </p>
      )}
      <p>{wasAsked ? otherTab.asked : otherTab.locked}</p>
    </Notice>
  )
}

/** The run of another tab with its progress. Screen readers speak when it appears and when it is gone. */
export function OtherTabNotice() {
  const { otherTab } = useMessages()
  const observedId = useAppSelector((state) => state.runs.observedId)
  const [wasThere, setWasThere] = useState(false)
  if (observedId !== null && !wasThere) setWasThere(true)
  const past = wasThere ? otherTab.gone : ''
  const news = observedId === null ? past : otherTab.come
  return (
    <>
      <div className={kit.srOnly} role="status">
        {news}
      </div>
      {observedId !== null && <ObservedRun key={observedId} id={observedId} />}
    </>
  )
}
