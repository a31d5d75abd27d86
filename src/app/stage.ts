import type { ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { askHost } from '../host/askHost'
import { claimStyles } from '../ui/frame/claimStyles'

/** A place of our own in the host's element. */
export interface Stage {
  render(content: ReactNode): void
  /** Holds the styles of antd. */
  readonly styles: HTMLElement
  clear(): Promise<void>
}

/** Puts two nodes into the host's element: one for the styles of antd, one for the screen. */
export function setStage(element: HTMLElement, name: string): Stage {
  const stage = document.createElement('div')
  const styles = document.createElement('div')
  const screen = document.createElement('div')
  styles.hidden = true
  stage.append(styles, screen)
  element.append(stage)
  const releaseStyles = claimStyles(styles, name)
  const root = createRoot(screen, { identifierPrefix: `${name}-` })
  return {
    styles,
    render: (content) => root.render(content),
    clear: async () => {
      // A host's React may be rendering right now: React forbids to unmount another root then.
      await Promise.resolve()
      // The host may have torn the screen apart already. Each step then removes what is left.
      for (const remove of [() => root.unmount(), releaseStyles, () => stage.remove()]) askHost(remove)
    },
  }
}
