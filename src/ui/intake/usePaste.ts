import { type RefObject, useEffect, useRef } from 'react'
import { findPage } from '../frame/findPage'

const TYPED_INTO = 'input, textarea, select, [contenteditable]:not([contenteditable=false])'

function isHidden(element: Element): boolean {
  for (let at: Element | null = element; at; at = at.parentElement) {
    if (getComputedStyle(at).display === 'none') return true
  }
  return false
}

/** Whether a dialog of ours or of the host is open: a paste is meant for that dialog. */
function hasOpenDialog(): boolean {
  return [...document.querySelectorAll('[role=dialog], [role=alertdialog], dialog[open]')].some(
    (dialog) => !isHidden(dialog),
  )
}

/** Whether a paste is meant for our screen: its target is in the screen or nowhere, and nobody types there. */
function isForUs(event: ClipboardEvent, panel: HTMLElement | null): boolean {
  if (event.defaultPrevented || !panel) return false
  const [target] = event.composedPath()
  if (!(target instanceof Element) || target.matches(TYPED_INTO) || target.closest('[contenteditable=true]'))
    return false
  // The row of an issue takes a single cell; a new sheet here would replace the whole list.
  if (target.closest('[data-cell]')) return false
  const page = findPage(panel) ?? panel
  return (target === document.body || page.contains(target)) && !hasOpenDialog()
}

/** Takes cells that the user pastes onto the screen, while the panel is there and `isOff` is false. */
export function usePaste(
  panel: RefObject<HTMLElement | null>,
  isOff: boolean,
  onPaste: (text: string) => void,
): void {
  const latest = useRef(onPaste)
  useEffect(() => {
    latest.current = onPaste
  })
  useEffect(() => {
    if (isOff) return undefined
    const page = panel.current?.ownerDocument ?? document
    function handlePaste(event: ClipboardEvent): void {
      const text = event.clipboardData?.getData('text/plain') ?? ''
      if (text.trim() === '' || !isForUs(event, panel.current)) return
      event.preventDefault()
      latest.current(text)
    }
    page.addEventListener('paste', handlePaste)
    return () => page.removeEventListener('paste', handlePaste)
  }, [panel, isOff])
}
