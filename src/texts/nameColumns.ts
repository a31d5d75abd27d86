import type { OwnNames } from './ownNames'
import type { HostTexts, Translations } from './createTranslations'
import { MEANINGS, type SheetKind } from '../domain/sheet/columnMeaning'

/** The texts with the names that the host's OMS has for columns, unless a text of the host names a column. */
export function nameColumns(t: Translations, hostTexts: HostTexts, { columns = {} }: OwnNames): Translations {
  if (!MEANINGS.some((meaning) => columns[meaning]?.length)) return t
  const { columnNames } = t.edit
  const name = (kind: SheetKind) => {
    const entries = MEANINGS.flatMap((meaning) => {
      const first = columns[meaning]?.[0]
      const isNamed = Object.hasOwn(hostTexts, `edit.columnNames.${kind}.${meaning}`)
      return first === undefined || isNamed ? [] : [[meaning, first] as const]
    })
    return { ...columnNames[kind], ...Object.fromEntries(entries) }
  }
  const named = { 'sub-orders': name('sub-orders'), 'line-items': name('line-items') }
  const { sampleText, sampleTextOwn } = t.steps
  const describe = (kind: SheetKind) =>
    Object.hasOwn(hostTexts, `steps.sampleText.${kind}`) ? sampleText[kind] : sampleTextOwn[kind](named[kind])
  return {
    ...t,
    steps: {
      ...t.steps,
      sampleText: { 'sub-orders': describe('sub-orders'), 'line-items': describe('line-items') },
    },
    edit: { ...t.edit, columnNames: named },
  }
}
