// Plain JavaScript: the types of React in this repository are those of the newest version.

import { PlusOutlined } from '@ant-design/icons'
import { createInstance } from '@module-federation/enhanced/runtime'
import { Button } from 'antd'
import * as React from 'react'
import ReactDOM from 'react-dom'

const h = React.createElement

/** A portal of one page: a button of its own, and one that opens and closes the screen. */
function HostPage({ Screen, host }) {
  const [isOpen, setOpen] = React.useState(false)
  const [mode, setMode] = React.useState('light')
  const current = React.useMemo(() => ({ ...host, theme: { mode } }), [host, mode])
  return h(
    'div',
    null,
    h(
      'header',
      { style: { padding: 16 } },
      h(Button, { type: 'primary', icon: h(PlusOutlined) }, 'New order'),
      h(Button, { onClick: () => setOpen(!isOpen) }, isOpen ? 'Close screen' : 'Open screen'),
      h(Button, { onClick: () => setMode(mode === 'light' ? 'dark' : 'light') }, 'Switch theme'),
      h('span', { id: 'react-version' }, React.version),
    ),
    h('main', { id: 'place' }, isOpen ? h(Screen, { host: current }) : null),
  )
}

function createHost(oms) {
  return {
    contract: '1.0.0',
    user: { id: 'priya.nair', tenant: 'acme-retail' },
    locale: 'en-GB',
    settings: { callsPerMinute: 6000 },
    api: {
      async request({ method, path, headers, body }) {
        const answer = await fetch(oms + path, {
          method,
          headers: { 'content-type': 'application/json', ...headers },
          body: body === undefined ? undefined : JSON.stringify(body),
        })
        const text = await answer.text()
        const headersRead = Object.fromEntries(answer.headers)
        return {
          status: answer.status,
          headers: headersRead,
          body: text === '' ? undefined : JSON.parse(text),
        }
      },
    },
  }
}

async function start() {
  const { remote, oms } = await (await fetch('/config.json')).json()
  const federation = createInstance({
    name: 'react16Host',
    remotes: [{ name: 'subOrderCancellation', entry: `${remote}/remoteEntry.js` }],
    shared: {
      react: {
        version: React.version,
        lib: () => React,
        shareConfig: { singleton: true, requiredVersion: '^16.14.0' },
      },
    },
  })
  const exposed = await federation.loadRemote('subOrderCancellation/SubOrderCancellation')
  ReactDOM.render(
    h(HostPage, { Screen: exposed.default, host: createHost(oms) }),
    document.getElementById('host'),
  )
}

void start()
