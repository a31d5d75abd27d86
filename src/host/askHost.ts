/** Ignores the rejection of a host's promise: nobody waits for it, and it is no fault of the page. */
function hush(given: unknown): void {
  if (typeof given === 'object' && given !== null) void Promise.resolve(given).catch(() => undefined)
}

/**
 * Reads a member or calls a function of the host; undefined where it throws. A promise is returned as it is, and its
 * rejection is ignored.
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

/** Calls a removal that a host gave: a function, or the promise of a function. Never throws. */
export function takeBack(given: unknown): void {
  askHost(() => {
    if (typeof given === 'function') return (given as () => unknown)()
    // An async function of the host gives a promise of its removal.
    return typeof given === 'object' && given !== null && Promise.resolve(given).then(callOnce)
  })
}

function callOnce(given: unknown): void {
  if (typeof given === 'function') askHost(() => (given as () => unknown)())
}
