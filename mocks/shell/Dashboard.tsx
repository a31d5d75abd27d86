import { Card, Flex, Statistic, Typography } from 'antd'
import { useMemo } from 'react'
import type { ShellSheet } from './config'
import type { PortalUser } from './session'

interface DashboardProps {
  readonly user: PortalUser
  readonly sheets: readonly ShellSheet[]
}

/** Made-up figures: a portal's first page is never empty. */
const figures = [
  ['Open sub-orders', 1284],
  ['Unfulfillable', 37],
  ['Picklists released', 212],
  ['Packed today', 468],
] as const

/** Another page of the portal, to visit while a run is under way. */
export function Dashboard({ user, sheets }: DashboardProps) {
  return (
    <Flex vertical gap={16} style={{ padding: 24, maxWidth: 880 }}>
      <Typography.Title level={1} style={{ fontSize: 24, margin: 0 }}>
        Dashboard
      </Typography.Title>
      <Typography.Text>
        {user.name}, {user.role} at {user.tenant}
      </Typography.Text>
      <Flex wrap gap={16}>
        {figures.map(([title, value]) => (
          <Card key={title} size="small" style={{ flex: '1 1 160px' }}>
            <Statistic title={title} value={value} />
          </Card>
        ))}
      </Flex>
      {sheets.length > 0 ? (
        <Card title="Sheets to try" size="small">
          <Flex vertical gap={8} align="start">
            {sheets.map((sheet) => (
              <SheetLink key={sheet.fileName} sheet={sheet} />
            ))}
          </Flex>
        </Card>
      ) : null}
    </Flex>
  )
}

function SheetLink({ sheet }: { readonly sheet: ShellSheet }) {
  const href = useMemo(
    () => URL.createObjectURL(new Blob(['\uFEFF', sheet.text], { type: 'text/csv' })),
    [sheet],
  )
  return (
    <Typography.Link href={href} download={sheet.fileName} underline>
      {sheet.fileName}
    </Typography.Link>
  )
}
