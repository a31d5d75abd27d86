import { useCallback, useState } from 'react'
import { useAppDispatch } from '../../store/hooks'
import { loadFile } from '../../store/sheet/loadFile'
import { createLocaleFormat } from '../../texts/locale/localeFormat'
import type { SheetKind } from '../../domain/sheet/columnMeaning'

/** Stands where the name of a file would. English in every language, as all that is kept and downloaded. */
const nameOfPaste = () => `Pasted ${createLocaleFormat('en-GB', 'en').when(Date.now())}`

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
  const [box, setBox] = useState<{ wasEmpty: boolean } | null>(null)
  const load = useCallback(
    (text: string) => {
      setBox(null)
      const file = new File([text], nameOfPaste(), { type: 'text/csv' })
      void dispatch(loadFile(kind, file, { isPasted: true }))
    },
    [dispatch, kind],
  )
  async function ask(): Promise<void> {
    const text = await readClipboard()
    if (text !== undefined && /\S/.test(text)) load(text)
    else setBox({ wasEmpty: text !== undefined })
  }
  return { box, load, ask: () => void ask(), close: () => setBox(null) }
}
