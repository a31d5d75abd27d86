import { Drawer, Grid, Layout, theme } from 'antd'
import { useState } from 'react'
import type { ShellConfig } from './config'
import { Dashboard } from './Dashboard'
import type { PluginDescription } from './loadPlugin'
import { PluginPage } from './PluginPage'
import { PortalHeader } from './PortalHeader'
import { PortalMenu } from './PortalMenu'
import type { PortalUser } from './session'
import { useHost } from './useHost'
import { usePath } from './usePath'
import type { Mode } from './mode'

interface PortalFrameProps {
  readonly config: ShellConfig
  readonly description: PluginDescription | null
  readonly user: PortalUser
  readonly mode: Mode
  onMode(mode: Mode): void
}

export function PortalFrame({ config, description, user, mode, onMode }: PortalFrameProps) {
  const [path, go] = usePath()
  const [isMenuOpen, setMenuOpen] = useState(false)
  const isWide = Grid.useBreakpoint().lg ?? true
  const host = useHost(config, user, mode)
  const { token } = theme.useToken()
  // The permission stands in the plugin's manifest, so the shell checks it without loading the plugin.
  const allowed = description && user.permissions.includes(description.menu.permission) ? description : null

  function open(next: string): void {
    setMenuOpen(false)
    go(next)
  }

  const menu = <PortalMenu entry={allowed?.menu ?? null} path={path} onOpen={open} />
  const isPlugin = allowed !== null && path === allowed.menu.path
  return (
    <Layout style={{ minHeight: '100vh' }}>
      <PortalHeader
        user={user}
        mode={mode}
        onMode={onMode}
        onOpenMenu={isWide ? undefined : () => setMenuOpen(true)}
        onOpenRun={() => allowed && open(allowed.menu.path)}
      />
      <Layout hasSider={isWide}>
        {isWide ? (
          <Layout.Sider
            width={232}
            theme="light"
            style={{ borderInlineEnd: `1px solid ${token.colorSplit}` }}
          >
            {menu}
          </Layout.Sider>
        ) : (
          <Drawer
            open={isMenuOpen}
            onClose={() => setMenuOpen(false)}
            placement="left"
            width={272}
            title="Menu"
            styles={{ body: { padding: 8 } }}
          >
            {menu}
          </Drawer>
        )}
        <Layout.Content style={{ minWidth: 0, background: token.colorBgLayout }}>
          {isPlugin ? (
            <PluginPage remote={config.remote} description={allowed} host={host} />
          ) : (
            <Dashboard user={user} sheets={config.sheets} />
          )}
        </Layout.Content>
      </Layout>
    </Layout>
  )
}
