import { ConfigProvider, Menu, theme } from 'antd'
import type { Menu as PluginMenu } from '../../src/host/contract'

interface PortalMenuProps {
  /** The plugin's own entry; null: not there, or not for this user. */
  readonly entry: PluginMenu | null
  readonly path: string
  onOpen(path: string): void
}

/** The portal's own entries; only the dashboard leads anywhere. */
const sections: Readonly<Record<string, readonly string[]>> = {
  Inward: ['Gate Entry', 'GRN'],
  Outward: ['Orders', 'Picklists'],
  Returns: ['Customer Returns'],
  Audits: ['Cycle Count'],
  Others: ['Reports'],
}

export function PortalMenu({ entry, path, onOpen }: PortalMenuProps) {
  const { token } = theme.useToken()
  const groups = Object.entries(sections).map(([section, labels]) => ({
    type: 'group' as const,
    key: section,
    label: section,
    children: [
      ...labels.map((label) => ({ key: `/${section}/${label}`, label, disabled: true })),
      ...(entry?.section === section ? [{ key: entry.path, label: entry.label }] : []),
    ],
  }))
  return (
    <ConfigProvider
      theme={{ components: { Menu: { itemHeight: 34, itemSelectedBg: token.colorPrimaryBg } } }}
    >
      <nav aria-label="Portal">
        <Menu
          mode="inline"
          selectedKeys={[path === entry?.path ? path : '/']}
          items={[{ key: '/', label: 'Dashboard' }, ...groups]}
          onClick={({ key }) => onOpen(key)}
          style={{ borderInlineEnd: 0, background: 'transparent' }}
        />
      </nav>
    </ConfigProvider>
  )
}
