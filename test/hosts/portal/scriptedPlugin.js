const REMOTE = 'https://plugins.example.com/sub-order-cancellation'

let loading

/** A script tag, and nothing more. */
export function loadPlugin() {
  loading ??= load()
  return loading
}

async function load() {
  const script = document.createElement('script')
  script.src = `${REMOTE}/remoteEntry.js`
  await new Promise((resolve, reject) => {
    script.onload = resolve
    script.onerror = reject
    document.head.append(script)
  })
  const container = window.subOrderCancellation
  window.offered = {}
  await container.init(window.offered)
  const factory = await container.get('./plugin')
  return factory().plugin
}
