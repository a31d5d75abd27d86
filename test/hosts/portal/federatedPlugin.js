/** A federated host without React. */
export async function loadPlugin() {
  const { plugin } = await import('subOrderCancellation/plugin')
  return plugin
}
