import type { CSSProperties } from 'react'

// The host's own colours: there may be no theme and no style sheet here.
const card: CSSProperties = {
  maxWidth: 720,
  margin: 24,
  padding: '20px 24px',
  border: '1px solid color-mix(in srgb, currentColor 30%, transparent)',
  borderInlineStart: '4px solid currentColor',
  borderRadius: 8,
  fontFamily: 'system-ui, sans-serif',
  fontSize: 14,
  lineHeight: 1.6,
}

const AT_REST = 'Nothing is sent, and nothing is lost.'

/** Stands in the place of the screen where the host lacks members that the screen needs. */
export function BadHost({ faults, about = AT_REST }: { faults: readonly string[]; about?: string }) {
  return (
    <div role="alert" style={card}>
      <h1 style={{ fontSize: 20, lineHeight: 1.4, margin: '0 0 8px' }}>
        Sub-Order Cancellation cannot start in this portal
      </h1>
      <p style={{ margin: '0 0 12px' }}>{about} Please hand this to the people who look after the portal:</p>
      <ul style={{ margin: 0, paddingInlineStart: 20, overflowWrap: 'anywhere' }}>
        {faults.map((fault) => (
          <li key={fault}>{fault}</li>
        ))}
      </ul>
    </div>
  )
}
