import { type ReactNode, startTransition } from 'react'
import { createRoot } from 'react-dom/client'
import { askHost } from '../host/askHost'

/** Nodes of our own in the host's element. */
export interface Stage {
  render(content: ReactNode): void
  /** Holds the tags with antd's CSS variables. */
  readonly styles: HTMLElement
  clear(): Promise<void>
}

/** Puts two nodes into the host's element: one for the tags with antd's CSS variables, one for the screen. */
export function setStage(element: HTMLElement, name: string): Stage {
  const stage = document.createElement('div')
  const styles = document.createElement('div')
  const screen = document.createElement('div')
  styles.hidden = true
  stage.append(styles, screen)
  element.append(stage)
  let isEmpty = true
  const root = createRoot(screen, { identifierPrefix: `${name}-` })
  return {
    styles,
    render: (content) => {
      // The first render is the longest. In a transition React does it in slices and does not hold up the page.
      if (isEmpty) startTransition(() => root.render(content))
      else root.render(content)
      isEmpty = false
    },
    clear: async () => {
      // A host's React may be rendering right now: React forbids to unmount another root then.
      await Promise.resolve()
      // The host may have torn the screen apart already. Each step then removes what is left.
      for (const remove of [() => root.unmount(), () => stage.remove()]) askHost(remove)
    },
  }
}
