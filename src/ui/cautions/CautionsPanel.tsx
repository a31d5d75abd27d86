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
  /** A decision is being applied. */
  readonly isBusy: boolean
}

/** Odd rows by kind, each kind with its two decisions. */
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
