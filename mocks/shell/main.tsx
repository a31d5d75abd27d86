import { createRoot } from 'react-dom/client'
import type { ShellConfig } from './config'
import { fetchDescription } from './loadPlugin'
import { Portal } from './Portal'

async function start(): Promise<void> {
  const config = (await (await fetch('/config.json')).json()) as ShellConfig
  // Where the plugin cannot be reached, the portal works without its menu entry.
  const description = await fetchDescription(config.remote).catch(() => null)
  const element = document.getElementById('portal')
  if (element) createRoot(element).render(<Portal config={config} description={description} />)
}

void start()
