import { App, ConfigProvider, theme } from 'antd'
import { useState, useSyncExternalStore } from 'react'
import type { ShellConfig } from './config'
import { LoginPage } from './LoginPage'
import type { PluginDescription } from './loadPlugin'
import { PortalFrame } from './PortalFrame'
import { session } from './session'
import type { Mode } from './mode'

interface PortalProps {
  readonly config: ShellConfig
  readonly description: PluginDescription | null
}

/** Green on purpose: a style of the plugin that leaks into its host shows at once, and so does one of the host's. */
const PRIMARY: Record<Mode, string> = { light: '#0b7a4b', dark: '#3fb27f' }

/** antd's own tint of this green is a grey, and its grey of small print is too pale to read. */
const tints = {
  light: { colorPrimaryBg: '#e2f3ea', colorTextDescription: 'rgba(0, 0, 0, 0.64)' },
  dark: { colorPrimaryBg: '#15301f', colorBgLayout: '#0d0f12' },
}
/** White on the dark theme's green is too pale as well. */
const components = {
  light: {},
  dark: { Button: { primaryColor: '#04140b' }, Menu: { itemSelectedColor: '#7ddcab' } },
}

export function Portal({ config, description }: PortalProps) {
  const [mode, setMode] = useState<Mode>('light')
  const user = useSyncExternalStore(session.subscribe, session.user)
  const algorithm = mode === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm
  return (
    <ConfigProvider
      theme={{
        algorithm,
        token: { colorPrimary: PRIMARY[mode], colorLink: PRIMARY[mode], ...tints[mode] },
        components: components[mode],
      }}
    >
      <App>
        {user ? (
          <PortalFrame config={config} description={description} user={user} mode={mode} onMode={setMode} />
        ) : (
          <LoginPage />
        )}
      </App>
    </ConfigProvider>
  )
}
