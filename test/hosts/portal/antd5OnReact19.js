import { unstableSetRender } from 'antd'
import { createRoot } from 'react-dom/client'

// antd 5 was made for React 18; what it tells hosts on React 19 to do, for the ripple of its buttons.
unstableSetRender((node, container) => {
  const root = createRoot(container)
  root.render(node)
  return async () => {
    await Promise.resolve()
    root.unmount()
  }
})

export { HostButton } from './antdButton.js'
