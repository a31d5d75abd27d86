import { useEffect, useState } from 'react'
import type { Words } from '../../texts/english'
import { chooseLanguage, findWords, loadWords } from '../../texts/languages'

/**
 * The texts for a locale. While a language is on its way the one before stays, and before the first there is nothing: no
 * screen flashes in a language that nobody asked for.
 */
export function useWords(locale: string | undefined): Words | null {
  const language = chooseLanguage(locale)
  const known = findWords(language)
  const [shown, setShown] = useState<Words | null>(known ?? null)
  useEffect(() => {
    let isWanted = true
    // At once where they are there: they are what stays when the next language is asked for.
    void loadWords(language).then((words) => isWanted && setShown(words))
    return () => {
      isWanted = false
    }
  }, [language])
  return known ?? shown
}
