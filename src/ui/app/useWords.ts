import { useEffect, useState } from 'react'
import type { Words } from '../../texts/english'
import { chooseLanguage, findWords, loadWords } from '../../texts/languages'

/**
 * The texts for a locale. While a language loads, the language before stays; before the first language there is
 * nothing, so no screen flashes in a language that nobody asked for.
 */
export function useWords(locale: string | undefined): Words | null {
  const language = chooseLanguage(locale)
  const known = findWords(language)
  const [shown, setShown] = useState<Words | null>(known ?? null)
  useEffect(() => {
    let isWanted = true
    // Also for loaded texts: they stay on the screen while the next language loads.
    void loadWords(language).then((words) => isWanted && setShown(words))
    return () => {
      isWanted = false
    }
  }, [language])
  return known ?? shown
}
