import type { OwnNames } from './ownNames'
import type { HostTexts, Phrases } from './phrases'
import { MEANINGS, type SheetKind } from '../domain/sheet/columnMeaning'

/** The texts with the columns as the host's OMS calls them, unless a text of the host names one. */
export function nameColumns(phrases: Phrases, texts: HostTexts, { columns = {} }: OwnNames): Phrases {
  if (!MEANINGS.some((meaning) => columns[meaning]?.length)) return phrases
  const { columnNames } = phrases.mend
  const name = (kind: SheetKind) => {
    const entries = MEANINGS.flatMap((meaning) => {
      const first = columns[meaning]?.[0]
      const isTold = Object.hasOwn(texts, `mend.columnNames.${kind}.${meaning}`)
      return first === undefined || isTold ? [] : [[meaning, first] as const]
    })
    return { ...columnNames[kind], ...Object.fromEntries(entries) }
  }
  const named = { 'sub-orders': name('sub-orders'), 'line-items': name('line-items') }
  const { sampleText, sampleTextOwn } = phrases.steps
  const describe = (kind: SheetKind) =>
    Object.hasOwn(texts, `steps.sampleText.${kind}`) ? sampleText[kind] : sampleTextOwn[kind](named[kind])
  return {
    ...phrases,
    steps: {
      ...phrases.steps,
      sampleText: { 'sub-orders': describe('sub-orders'), 'line-items': describe('line-items') },
    },
    mend: { ...phrases.mend, columnNames: named },
  }
}
