// Plain JavaScript: one source for React 16 to 19, while the types of React in this repository are the newest ones.

import { renderRoot } from 'host-render'
import { Frame, Place, useGo, usePath } from 'host-router'
import { readShareScopes } from 'host-scopes'
import { Screen } from 'host-screen'
import { HostButton } from 'host-ui'
import * as React from 'react'
import { createHost } from './createHost.js'

const h = React.createElement
const SCREEN_PATH = '/outward/sub-order-cancellation'

/** A portal of one page: a button of its own, and the screen once or twice. */
function Portal({ host }) {
  const path = usePath()
  const go = useGo()
  const [isTwice, setTwice] = React.useState(false)
  const [mode, setMode] = React.useState('light')
  const current = React.useMemo(() => ({ ...host, theme: { mode } }), [host, mode])
  const isOpen = path === SCREEN_PATH
  const button = (label, act) => h(HostButton, { key: label, onClick: act }, label)
  return h(
    'div',
    null,
    h(
      'header',
      null,
      h(HostButton, { isMain: true }, 'New order'),
      button(isOpen ? 'Close screen' : 'Open screen', () => go(isOpen ? '/' : SCREEN_PATH)),
      button(isTwice ? 'Close second' : 'Open second', () => setTwice(!isTwice)),
      button('Switch theme', () => setMode(mode === 'light' ? 'dark' : 'light')),
      h('span', { id: 'react-version' }, React.version),
    ),
    h('main', { id: 'first' }, h(Place, { path: SCREEN_PATH, screen: h(Screen, { host: current }) })),
    h('aside', { id: 'second' }, isTwice ? h(Screen, { host: current }) : null),
  )
}

async function start() {
  const config = await (await fetch('config.json')).json()
  window.readShareScopes = readShareScopes
  const portal = h(Frame, null, h(Portal, { host: createHost(config) }))
  renderRoot(document.getElementById('host'), __STRICT__ ? h(React.StrictMode, null, portal) : portal)
}

void start()
