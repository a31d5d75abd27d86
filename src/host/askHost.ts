/** Nobody waits for what a host's function promises: its rejection is no fault of the page. */
function hush(given: unknown): void {
  if (typeof given === 'object' && given !== null) void Promise.resolve(given).catch(() => undefined)
}

/**
 * What a member or a function of the host's gives; undefined where it throws. A promise is handed on as it is, and what it
 * rejects with reaches nobody.
 */
export function askHost<T>(ask: () => T): T | undefined {
  try {
    const given = ask()
    hush(given)
    return given
  } catch {
    return undefined
  }
}

/** Calls what a host gave to take something back, a function or a promise of one. Never throws. */
export function takeBack(given: unknown): void {
  askHost(() => {
    if (typeof given === 'function') return (given as () => unknown)()
    // An async function of the host's promises its removal.
    return typeof given === 'object' && given !== null && Promise.resolve(given).then(callOnce)
  })
}

function callOnce(given: unknown): void {
  if (typeof given === 'function') askHost(() => (given as () => unknown)())
}
