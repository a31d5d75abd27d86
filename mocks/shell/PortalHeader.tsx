import { PlusOutlined } from '@ant-design/icons'
import { App, Button, Flex, Grid, Layout, Typography, theme } from 'antd'
import { useSyncExternalStore } from 'react'
import { runProgress } from './runProgress'
import { type PortalUser, session } from './session'
import { findReasonToStay } from './useHost'
import type { Mode } from './mode'

interface PortalHeaderProps {
  readonly user: PortalUser
  readonly mode: Mode
  onMode(mode: Mode): void
  /** Undefined: the menu is always in view. */
  readonly onOpenMenu: (() => void) | undefined
  onOpenRun(): void
}

export function PortalHeader({ user, mode, onMode, onOpenMenu, onOpenRun }: PortalHeaderProps) {
  const { token } = theme.useToken()
  const isWide = Grid.useBreakpoint().md ?? true
  return (
    <Layout.Header
      style={{
        display: 'flex',
        alignItems: 'center',
        gap: 12,
        height: 56,
        paddingInline: 16,
        lineHeight: 'normal',
        background: token.colorBgContainer,
        borderBottom: `1px solid ${token.colorSplit}`,
      }}
    >
      {onOpenMenu ? <Button onClick={onOpenMenu}>Menu</Button> : null}
      <Flex align="center" gap={10} style={isWide ? { width: 216 } : {}}>
        <span
          aria-hidden="true"
          style={{ width: 18, height: 18, borderRadius: 5, background: token.colorPrimary }}
        />
        <Typography.Text strong style={{ fontSize: 16, whiteSpace: 'nowrap' }}>
          {isWide ? 'OMS portal' : 'OMS'}
        </Typography.Text>
      </Flex>
      {isWide ? (
        <Button type="primary" icon={<PlusOutlined />}>
          New order
        </Button>
      ) : null}
      <Flex align="center" justify="flex-end" gap={12} style={{ flex: 1, minWidth: 0 }}>
        <RunBadge onOpen={onOpenRun} />
        <Button onClick={() => onMode(mode === 'dark' ? 'light' : 'dark')}>
          {mode === 'dark' ? 'Light theme' : 'Dark theme'}
        </Button>
        {isWide ? <Typography.Text>{user.name}</Typography.Text> : null}
        <LogOutButton />
      </Flex>
    </Layout.Header>
  )
}

/** The run's progress, on every page of the portal. */
function RunBadge({ onOpen }: { onOpen(): void }) {
  const progress = useSyncExternalStore(runProgress.subscribe, runProgress.read)
  if (!progress) return null
  return (
    <Button type="link" onClick={onOpen} style={{ paddingInline: 0 }}>
      {progress.paused ? 'Paused' : 'Cancelling'} {progress.done} / {progress.total}
    </Button>
  )
}

function LogOutButton() {
  const { modal } = App.useApp()
  function logOut(): void {
    const reason = findReasonToStay()
    if (reason === null) session.change(null)
    else {
      modal.confirm({
        title: 'Log out all the same?',
        // The plugin's reason is about the page; the portal itself says that a run stops with the session.
        content:
          'Cancellations are going out. Logging out stops them: what is not sent yet is kept for your next login.',
        okText: 'Log out',
        cancelText: 'Stay',
        onOk: () => session.change(null),
      })
    }
  }
  return <Button onClick={logOut}>Log out</Button>
}
