import { createRoot } from 'react-dom/client'

/** React 18 and 19. */
export function renderRoot(element, content) {
  createRoot(element).render(content)
}
