import { type ReactNode, useId } from 'react'
import * as styles from './kit.module.css'

interface CheckboxProps {
  readonly isOn: boolean
  readonly isDisabled?: boolean
  onChange(isOn: boolean): void
  readonly children: ReactNode
}

/** A checkbox with its label. */
export function Checkbox({ isOn, isDisabled = false, onChange, children }: CheckboxProps) {
  const id = useId()
  return (
    <label htmlFor={id} className={styles.checkbox}>
      <input
        id={id}
        type="checkbox"
        checked={isOn}
        disabled={isDisabled}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>{children}</span>
    </label>
  )
}
