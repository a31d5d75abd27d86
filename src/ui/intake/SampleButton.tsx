import { Button } from 'antd'
import type { SheetKind } from '../../domain/sheet/columnMeaning'
import { useAppDispatch } from '../../store/hooks'
import { downloadSample } from '../../store/run/downloadThunks'
import { useMessages } from '../frame/useMessages'
import { Icon } from '../kit/Icon'

export function SampleButton({ kind, type }: { kind: SheetKind; type: 'default' | 'text' }) {
  const messages = useMessages()
  const dispatch = useAppDispatch()
  return (
    <Button type={type} icon={<Icon name="download" />} onClick={() => void dispatch(downloadSample(kind))}>
      {messages.downloadSample}
    </Button>
  )
}
