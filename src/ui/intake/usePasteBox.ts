import { useCallback, useState } from 'react'
import { useAppDispatch } from '../../store/hooks'
import { loadFile } from '../../store/sheet/loadFile'
import { useMessages } from '../frame/useMessages'
import type { SheetKind } from '../../domain/sheet/columnMeaning'

/** Undefined where the browser or the user does not let us read the clipboard. */
async function readClipboard(): Promise<string | undefined> {
  try {
    return await navigator.clipboard.readText()
  } catch {
    return undefined
  }
}

/** Takes cells from the clipboard: reads it where that is allowed, else opens a box to paste into. */
export function usePasteBox(kind: SheetKind) {
  const dispatch = useAppDispatch()
  const { paste } = useMessages()
  const [box, setBox] = useState<{ wasEmpty: boolean } | null>(null)
  const load = useCallback(
    (text: string) => {
      setBox(null)
      const file = new File([text], paste.fileName, { type: 'text/csv' })
      void dispatch(loadFile(kind, file, { isPasted: true }))
    },
    [dispatch, kind, paste],
  )
  async function ask(): Promise<void> {
    const text = await readClipboard()
    if (text !== undefined && /\S/.test(text)) load(text)
    else setBox({ wasEmpty: text !== undefined })
  }
  return { box, load, ask: () => void ask(), close: () => setBox(null) }
}
