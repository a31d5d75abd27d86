/** What a host's developer sees in the place of the screen. No theme and no styles: neither can be relied on here. */
export function BadHost({ faults }: { faults: readonly string[] }) {
  return (
    <div role="alert" style={{ padding: 24, fontFamily: 'system-ui, sans-serif', lineHeight: 1.6 }}>
      <h1 style={{ fontSize: 20, margin: '0 0 8px' }}>Sub-Order Cancellation cannot start in this portal</h1>
      <p style={{ margin: 0 }}>Nothing was sent. Please hand this to the people who look after the portal:</p>
      <ul>
        {faults.map((fault) => (
          <li key={fault}>{fault}</li>
        ))}
      </ul>
    </div>
  )
}
