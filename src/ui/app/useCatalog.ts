import { useEffect, useState } from 'react'
import type { Catalog } from '../../texts/english'
import { chooseLanguage, findCatalog, loadCatalog } from '../../texts/catalogs'

/**
 * The texts for a locale. While a language loads, the language before stays; before the first language is loaded there is
 * nothing. So no screen flashes in a language that nobody asked for.
 */
export function useCatalog(locale: string | undefined): Catalog | null {
  const language = chooseLanguage(locale)
  const known = findCatalog(language)
  const [shown, setShown] = useState<Catalog | null>(known ?? null)
  useEffect(() => {
    let isWanted = true
    // A loaded language is set as well: its texts stay while the next language loads.
    void loadCatalog(language).then((catalog) => isWanted && setShown(catalog))
    return () => {
      isWanted = false
    }
  }, [language])
  return known ?? shown
}
