import { type RefObject, useEffect, useRef } from 'react'
import { findPage } from '../frame/findPage'

const TYPED_INTO = 'input, textarea, select, [contenteditable]:not([contenteditable=false])'

function isHidden(element: Element): boolean {
  for (let at: Element | null = element; at; at = at.parentElement) {
    if (getComputedStyle(at).display === 'none') return true
  }
  return false
}

/** Ours or the host's: what is pasted then is meant for it. */
function hasOpenDialog(): boolean {
  return [...document.querySelectorAll('[role=dialog], [role=alertdialog], dialog[open]')].some(
    (dialog) => !isHidden(dialog),
  )
}

/** Whether a paste is meant for our screen: somewhere in it, or nowhere at all; and not where someone types. */
function isForUs(event: ClipboardEvent, panel: HTMLElement | null): boolean {
  if (event.defaultPrevented || !panel) return false
  const [target] = event.composedPath()
  if (!(target instanceof Element) || target.matches(TYPED_INTO) || target.closest('[contenteditable=true]'))
    return false
  // Meant for that row of the issues, which takes a single cell: a sheet in its place would be the whole list gone.
  if (target.closest('[data-cell]')) return false
  const page = findPage(panel) ?? panel
  return (target === document.body || page.contains(target)) && !hasOpenDialog()
}

/** Takes cells that are pasted onto the screen, as long as the panel is there and nothing forbids it. */
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
