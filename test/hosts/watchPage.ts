/** Where the plugin's files lie, on whatever origin. */
export const PLUGIN_PATH = '/plugins/sub-order-cancellation'

/** What the plugin holds of the page at this moment, each with the kind of thing first. */
export interface Holdings {
  readonly listeners: readonly string[]
  readonly timers: readonly string[]
  /** Requests that it made itself; it may make none, ever. */
  readonly requests: readonly string[]
}

declare global {
  interface Window {
    readHoldings: () => Holdings
    readShareScopes: () => Record<string, Record<string, Record<string, unknown>>> | undefined
    callsOut: number
  }
}

/**
 * Runs in the page before any other script, and notes what the plugin's code takes hold of: listeners on the window, the
 * document and its root, timers, requests. Whose code it is, the caller's address tells.
 */
export function watchPage(pluginPath: string): void {
  const listeners = new Map<
    object,
    { type: string; target: EventTarget; listener: unknown; isCapture: boolean }
  >()
  const timers = new Map<string, string>()
  const requests: string[] = []

  // Lines of a stack: "Error", this function, the wrapper below, and then who called it.
  const isOurs = () => new Error('who').stack?.split('\n')[3]?.includes(pluginPath) === true

  function isPage(target: unknown): target is EventTarget {
    return (
      target === window ||
      target === document ||
      target === document.documentElement ||
      target === document.body ||
      target instanceof MediaQueryList
    )
  }
  const readCapture = (options: boolean | AddEventListenerOptions | null | undefined) =>
    typeof options === 'object' ? options?.capture === true : options === true

  function forget(target: EventTarget, type: string, listener: unknown, isCapture: boolean): void {
    for (const [key, one] of listeners) {
      const isSame = one.target === target && one.type === type && one.listener === listener
      if (isSame && one.isCapture === isCapture) listeners.delete(key)
    }
  }
  const { addEventListener, removeEventListener } = EventTarget.prototype
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    const target: EventTarget = this ?? window
    if (isPage(target) && isOurs()) {
      const isCapture = readCapture(options)
      const { once, signal } = typeof options === 'object' ? (options ?? {}) : {}
      forget(target, type, listener, isCapture)
      listeners.set({}, { target, type, listener, isCapture })
      const end = () => forget(target, type, listener, isCapture)
      if (once) addEventListener.call(target, type, end, { once, capture: isCapture })
      if (signal) addEventListener.call(signal, 'abort', end)
    }
    addEventListener.call(target, type, listener, options)
  }
  EventTarget.prototype.removeEventListener = function (type, listener, options) {
    const target: EventTarget = this ?? window
    forget(target, type, listener, readCapture(options))
    removeEventListener.call(target, type, listener, options)
  }

  type Start = (callback: (...values: unknown[]) => void, ...rest: unknown[]) => number
  const watchTimer = (start: string, end: string, repeats: boolean) => {
    const page = window as unknown as Record<string, Start & ((id: number) => void)>
    const begin = page[start]?.bind(window)
    const stop = page[end]?.bind(window)
    if (!begin || !stop) return
    const begun: Start = (callback, ...rest) => {
      const ours = isOurs()
      const id = begin(
        (...values: unknown[]) => {
          if (!repeats) timers.delete(`${end} ${id}`)
          callback(...values)
        },
        ...rest,
      )
      if (ours) timers.set(`${end} ${id}`, typeof rest[0] === 'number' ? `${start} ${rest[0]}` : start)
      return id
    }
    const ended = (id: number) => {
      timers.delete(`${end} ${id}`)
      stop(id)
    }
    Object.assign(window, { [start]: begun, [end]: ended })
  }
  watchTimer('setTimeout', 'clearTimeout', false)
  watchTimer('setInterval', 'clearInterval', true)
  watchTimer('requestAnimationFrame', 'cancelAnimationFrame', false)
  watchTimer('requestIdleCallback', 'cancelIdleCallback', false)

  const { fetch } = window
  window.fetch = (...parameters) => {
    if (isOurs()) requests.push(`fetch ${new Request(...parameters).url}`)
    return fetch.apply(window, parameters)
  }
  const { open } = XMLHttpRequest.prototype as { open: (...parameters: unknown[]) => void }
  XMLHttpRequest.prototype.open = function (...parameters: unknown[]) {
    if (isOurs()) requests.push(`XMLHttpRequest ${String(parameters[1])}`)
    open.apply(this, parameters)
  }

  const nameTarget = (target: EventTarget) => Object.prototype.toString.call(target).slice(8, -1)
  window.readHoldings = () => ({
    listeners: [...listeners.values()].map(({ target, type }) => `${nameTarget(target)} ${type}`).sort(),
    timers: [...timers.values()].sort(),
    requests,
  })
}
