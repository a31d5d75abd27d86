import { loadPlugin } from 'host-plugin'
import { readShareScopes } from 'host-scopes'
import { createHost } from './createHost.js'

/** The same portal without React: handles in place of components. */
async function start() {
  const config = await (await fetch('config.json')).json()
  window.readShareScopes = readShareScopes
  const host = { ...createHost(config), theme: { mode: 'light' } }
  const handles = new Map()

  async function toggle(place, button, [opens, closes]) {
    const isOpen = handles.has(place)
    button.textContent = isOpen ? opens : closes
    if (isOpen) {
      void handles.get(place).unmount()
      handles.delete(place)
      return
    }
    const plugin = await loadPlugin()
    handles.set(place, plugin.mount(document.getElementById(place), host))
  }
  function addButton(label, act) {
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = label
    button.onclick = () => act(button)
    document.querySelector('header').append(button)
  }

  document.getElementById('host').innerHTML =
    '<header></header><main id="first"></main><aside id="second"></aside>'
  addButton('New order', () => undefined)
  addButton('Open screen', (button) => toggle('first', button, ['Open screen', 'Close screen']))
  addButton('Open second', (button) => toggle('second', button, ['Open second', 'Close second']))
  addButton('Switch theme', () => {
    host.theme = { mode: host.theme.mode === 'light' ? 'dark' : 'light' }
    for (const handle of handles.values()) handle.update({ ...host })
  })
}

void start()
