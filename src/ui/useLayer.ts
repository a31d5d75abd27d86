import { useLayoutEffect, useState } from 'react'
import { useMessages } from './useMessages'

/**
 * Where a dialog or drawer lies over the host's page: a box of our own, in the language and direction of our words. In the body
 * itself antd would lock the page's scrolling, by a style without the nonce that a strict policy asks for.
 */
export function useLayer(): () => HTMLElement {
  const { language, direction } = useMessages()
  const [layer] = useState(() => document.createElement('div'))
  useLayoutEffect(() => {
    // Out of the flow: where the body is a grid, an empty box would open one gap more.
    layer.style.position = 'absolute'
    document.body.append(layer)
    return () => layer.remove()
  }, [layer])
  useLayoutEffect(() => {
    layer.lang = language
    layer.dir = direction
  }, [layer, language, direction])
  return () => layer
}
