import { useLayoutEffect, useState } from 'react'
import { useHost } from './HostContext'

function createLayer(): HTMLElement {
  const layer = document.createElement('div')
  // The box is out of the flow: in a body that is a grid, an empty box would add a gap.
  layer.style.position = 'absolute'
  return layer
}

/** The layer lies where its styles hold: styles of a shadow root hold only in it, and a frame has a body of its own. */
function findHome(styleHome: HTMLElement): ParentNode {
  const root = styleHome.getRootNode()
  return root instanceof ShadowRoot ? root : styleHome.ownerDocument.body
}

/**
 * The box in which a dialog or drawer lies over the host's page. It has the language and direction of our words. In the
 * body itself antd would lock the page's scrolling with a style that lacks the nonce of a strict policy.
 */
export function useLayer(): () => HTMLElement {
  const { messages, styleHome } = useHost()
  const { language, direction } = messages
  const [layer] = useState(createLayer)
  useLayoutEffect(() => {
    findHome(styleHome ?? document.body).append(layer)
    return () => layer.remove()
  }, [layer, styleHome])
  useLayoutEffect(() => {
    Object.assign(layer, { lang: language, dir: direction })
  }, [layer, language, direction])
  return () => layer
}
