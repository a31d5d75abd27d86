import { createRoot } from 'react-dom/client'
import type { ShellConfig } from './config'
import { fetchDescription } from './loadPlugin'
import { Portal } from './Portal'

async function start(): Promise<void> {
  const config = (await (await fetch('/config.json')).json()) as ShellConfig
  // A portal works without a plugin that cannot be reached; only its menu entry is missing.
  const description = await fetchDescription(config.remote).catch(() => null)
  const element = document.getElementById('portal')
  if (element) createRoot(element).render(<Portal config={config} description={description} />)
}

void start()
