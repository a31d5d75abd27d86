import { Button, Card, Flex, Typography, theme } from 'antd'
import { people, session } from './session'

export function LoginPage() {
  const { token } = theme.useToken()
  return (
    <Flex
      component="main"
      align="center"
      justify="center"
      style={{ minHeight: '100vh', padding: 16, background: token.colorBgLayout }}
    >
      <Card style={{ width: 360 }}>
        <Typography.Title level={1} style={{ fontSize: 22, marginTop: 0 }}>
          Log in to the OMS portal
        </Typography.Title>
        <Flex vertical gap={12}>
          {people.map((person) => (
            <Button key={person.id} size="large" block onClick={() => session.change(person)}>
              {person.name}, {person.role}
            </Button>
          ))}
        </Flex>
      </Card>
    </Flex>
  )
}
