import { useLayoutEffect, useState } from 'react'
import { useHost } from './HostContext'

function createLayer(): HTMLElement {
  const layer = document.createElement('div')
  // Out of the flow: where the body is a grid, an empty box would open one gap more.
  layer.style.position = 'absolute'
  return layer
}

/** Beside its styles: those of a shadow root hold in it alone, and another frame has a page of its own. */
function findHome(styleHome: HTMLElement): ParentNode {
  const root = styleHome.getRootNode()
  return root instanceof ShadowRoot ? root : styleHome.ownerDocument.body
}

/**
 * Where a dialog or drawer lies over the host's page: a box of our own, in the language and direction of our words. In the body
 * itself antd would lock the page's scrolling, by a style without the nonce that a strict policy asks for.
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
