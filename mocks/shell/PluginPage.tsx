import { Alert, Button, Spin } from 'antd'
import { useEffect, useState } from 'react'
import type { Host } from '../../src/host/contract'
import { loadPlugin, type PluginComponent, type PluginDescription } from './loadPlugin'

interface PluginPageProps {
  readonly remote: string
  readonly description: PluginDescription
  readonly host: Host
}

export function PluginPage({ remote, description, host }: PluginPageProps) {
  // React would take a bare function for an updater and call the component, so the component stands in an object.
  const [loaded, setLoaded] = useState<{ Component: PluginComponent } | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  useEffect(() => {
    let current = true
    loadPlugin(remote, description).then(
      (Component) => current && setLoaded({ Component }),
      (error: unknown) => current && setFault(String(error)),
    )
    return () => {
      current = false
    }
  }, [remote, description])

  return (
    <>
      {fault === null ? null : (
        <Alert
          type="error"
          showIcon
          style={{ margin: 24 }}
          message={`${description.menu.label} cannot be loaded`}
          description={
            <>
              <p>Nothing was sent. The network may be down, or the screen was updated just now.</p>
              <p style={{ opacity: 0.65 }}>{fault}</p>
            </>
          }
          action={<Button onClick={() => location.reload()}>Reload the page</Button>}
        />
      )}
      {loaded ? <loaded.Component host={host} /> : null}
      {loaded || fault !== null ? null : <Spin style={{ margin: 48 }} />}
    </>
  )
}
