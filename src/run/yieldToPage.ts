/** Resolves once the page has handled input and painted. */
export function yieldToPage(): Promise<void> {
  return new Promise((resolve) => {
    // A message is a task of its own. Unlike a timer, it is not slowed down in a hidden tab.
    if (typeof MessageChannel === 'undefined') {
      setTimeout(resolve, 0)
      return
    }
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(null)
  })
}
