import { memo, useMemo } from 'react'
import type { CancellationRequest } from '../../domain/run/cancellation'
import type { Sheet } from '../../domain/sheet/sheet'
import { findRowsWithOriginal } from '../../store/sheet/findEditedRows'
import { useAppSelector } from '../../store/hooks'
import { selectSlot } from '../../store/selectors'
import { describeOriginal } from '../../texts/describeOriginal'
import { Icon } from '../kit/Icon'
import type { Messages } from '../../texts/messages'
import * as kit from '../kit/kit.module.css'
import * as styles from './issues.module.css'
import { useMessages } from '../frame/useMessages'
import type { SheetKind } from '../../domain/sheet/columnMeaning'

function findWas(sheet: Sheet, rowNumbers: readonly number[], messages: Messages): string | undefined {
  const edited = findRowsWithOriginal(sheet.rows)
  for (const number of rowNumbers) {
    // All rows of a split have the same original.
    const row = edited.get(number)
    if (row) return describeOriginal(sheet, row, messages).was
  }
  return undefined
}

/** Empty for rows that nobody edited. */
const Mark = memo(function Mark({ sheet, rows }: { sheet: Sheet; rows: readonly number[] }) {
  const messages = useMessages()
  const was = useMemo(() => findWas(sheet, rows, messages), [sheet, rows, messages])
  if (was === undefined) return null
  const text = messages.edit.mark({ was })
  return (
    <span className={styles.editedMark} title={text}>
      <Icon name="edit" />
      <span className={kit.srOnly}>{text}</span>
    </span>
  )
})

interface EditedMarkProps {
  readonly kind: SheetKind
  /** A whole sub-order, its line items, or one line item. */
  readonly of: CancellationRequest | { readonly row: number } | undefined
}

/** Marks rows that the user edited, and names their original. */
export const EditedMark = memo(function EditedMark({ kind, of }: EditedMarkProps) {
  const sheet = useAppSelector((state) => selectSlot(state, kind).sheet?.checked.sheet)
  const rows = useMemo(() => {
    if (!of) return []
    return 'lineItems' in of ? of.lineItems.map(({ row }) => row) : [of.row]
  }, [of])
  return sheet?.hasEdits ? <Mark sheet={sheet} rows={rows} /> : null
})
