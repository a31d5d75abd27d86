import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { createElement } from 'react'

/** The host's own antd, with an icon: antd's icons keep their styles in one tag for the whole page. */
export function HostButton({ isMain, onClick, children }) {
  const look = isMain ? { type: 'primary', icon: createElement(PlusOutlined) } : {}
  return createElement(Button, { ...look, onClick }, children)
}
