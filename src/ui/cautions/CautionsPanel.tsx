import { memo } from 'react'
import { CAUTION_CODES } from '../../domain/sheet/caution'
import { CautionGroup } from './CautionGroup'
import * as styles from './cautions.module.css'
import { useMessages } from '../frame/useMessages'
import type { CheckedSheet } from '../../domain/sheet/checkedSheet'

interface CautionsPanelProps {
  readonly id: string
  readonly checked: CheckedSheet
  /** Before the first run; afterwards the decisions can only be read. */
  readonly canDecide: boolean
  /** A decision is being worked in. */
  readonly isBusy: boolean
}

/** Rows that are odd, by kind, each kind with the two decisions there are. */
export const CautionsPanel = memo(function CautionsPanel({ checked, ...rest }: CautionsPanelProps) {
  const { cautions: words } = useMessages()
  return (
    <section className={styles.cautions} aria-label={words.name}>
      {CAUTION_CODES.map((code) => {
        const cautions = checked.cautions.filter((caution) => caution.code === code)
        return cautions.length > 0 && <CautionGroup key={code} {...{ code, cautions, checked }} {...rest} />
      })}
    </section>
  )
})
