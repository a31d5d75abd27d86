import { useSyncExternalStore } from 'react'
import type { OmsState } from '../../mocks/obstacles'
import type { PretendOms } from '../../mocks/oms'
import { type Scenario, scenarios } from '../../mocks/scenarios'
import css, * as styles from './devBar.module.css'
import { languages, type PageOptions, readCallsPerMinute, type ThemeChoice } from './pageOptions'

export interface Sheet {
  readonly label: string
  readonly fileName: string
  readonly href: string
}

interface DevBarProps {
  readonly scenario: Scenario
  readonly sheets: readonly Sheet[]
  readonly oms: PretendOms
  readonly options: PageOptions
  onChange(options: PageOptions): void
}

/** The strip above the screen, which shows and changes the world of the screen. No part of the product. */
export function DevBar({ scenario, sheets, oms, options, onChange }: DevBarProps) {
  return (
    <>
      <style>{css}</style>
      <header className={styles.devBar} aria-label="Pretend OMS">
        <label className={styles.scenario}>
          <span>Pretend OMS</span>
          <select
            value={scenario.id}
            onChange={(event) => onChange({ ...options, scenario: event.target.value })}
          >
            {scenarios.map((one) => (
              <option key={one.id} value={one.id}>
                {one.label}
              </option>
            ))}
          </select>
        </label>
        <p className={styles.description}>{scenario.description}</p>
        <RepairButtons oms={oms} />
        <nav className={styles.group} aria-label="Sheets for this scenario">
          {sheets.map((sheet) => (
            <a key={sheet.fileName} href={sheet.href} download={sheet.fileName}>
              {sheet.label}
            </a>
          ))}
        </nav>
        <div className={styles.group}>
          <ThemeField value={options.theme} onChange={(theme) => onChange({ ...options, theme })} />
          <LanguageField value={options.locale} onChange={(locale) => onChange({ ...options, locale })} />
          <PaceField
            value={options.callsPerMinute}
            onChange={(callsPerMinute) => onChange({ ...options, callsPerMinute })}
          />
        </div>
      </header>
    </>
  )
}

/** Shows up only while the session is over or the service down. */
function RepairButtons({ oms }: { readonly oms: PretendOms }) {
  const state = useSyncExternalStore(oms.subscribe, oms.obstacles.state)
  const repair = (next: Partial<OmsState>) => () => oms.obstacles.change(next)
  return (
    <output className={styles.trouble}>
      {state.signedIn ? null : (
        <button type="button" onClick={repair({ signedIn: true })}>
          Sign in again
        </button>
      )}
      {state.up ? null : (
        <button type="button" onClick={repair({ up: true })}>
          Bring the server back
        </button>
      )}
    </output>
  )
}

interface FieldProps<T> {
  readonly value: T
  onChange(value: T): void
}

function ThemeField({ value, onChange }: FieldProps<ThemeChoice>) {
  return (
    <label>
      <span>Theme</span>
      <select value={value} onChange={(event) => onChange(event.target.value as ThemeChoice)}>
        <option value="system">System</option>
        <option value="light">Light</option>
        <option value="dark">Dark</option>
      </select>
    </label>
  )
}

function LanguageField({ value, onChange }: FieldProps<string | null>) {
  return (
    <label>
      <span>Language</span>
      <select value={value ?? ''} onChange={(event) => onChange(event.target.value || null)}>
        <option value="">Browser</option>
        {Object.entries(languages).map(([tag, name]) => (
          <option key={tag} value={tag} lang={tag}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}

function PaceField({ value, onChange }: FieldProps<number>) {
  return (
    <label>
      <span>Calls a minute</span>
      <input
        inputMode="numeric"
        defaultValue={value}
        onChange={(event) => {
          const callsPerMinute = readCallsPerMinute(event.target.value)
          // While it is being typed it may be empty: the last whole number holds.
          if (callsPerMinute !== undefined) onChange(callsPerMinute)
        }}
      />
    </label>
  )
}
