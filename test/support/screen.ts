import { afterAll, afterEach, beforeAll, beforeEach } from '@jest/globals'
import '@testing-library/jest-dom/jest-globals'
import { cleanup, configure } from '@testing-library/react'
import { server } from '../../mocks/node'
import { catchDownloads, forgetSavedFiles } from './savedFiles'

// The default error prints the whole page: with a table that changes, one `findByText` took over a minute.
configure({ getElementError: (message) => new Error(message ?? 'not found') })

/** Figures of a laptop screen. jsdom lays nothing out, and a virtual list of height 0 renders no row. */
const VIEWPORT = { width: 1280, height: 800 }
const ROW_HEIGHT = 40

class NoResizes implements ResizeObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

/** Which media queries match; a test may set `media.matches = (query) => query.includes('dark')`. */
export const media = { matches: (_query: string): boolean => false }

function matchMedia(query: string) {
  const ignore = () => {}
  return {
    media: query,
    matches: media.matches(query),
    onchange: null,
    addEventListener: ignore,
    removeEventListener: ignore,
    addListener: ignore,
    removeListener: ignore,
    dispatchEvent: () => false,
  }
}

function giveSize(name: 'offsetHeight' | 'clientHeight' | 'offsetWidth' | 'clientWidth'): void {
  const vertical = name.endsWith('Height')
  Object.defineProperty(HTMLElement.prototype, name, {
    configurable: true,
    get(this: HTMLElement) {
      if (!vertical) return VIEWPORT.width
      // @tanstack/react-virtual marks the rows it measures.
      return this.dataset['index'] === undefined ? VIEWPORT.height : ROW_HEIGHT
    },
  })
}

for (const name of ['offsetHeight', 'clientHeight', 'offsetWidth', 'clientWidth'] as const) giveSize(name)
Object.assign(globalThis, { matchMedia, ResizeObserver: NoResizes })
Element.prototype.scrollTo = () => {}
Element.prototype.scrollIntoView = () => {}
catchDownloads()

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }))
beforeEach(() => {
  media.matches = () => false
})
afterEach(() => {
  cleanup()
  server.resetHandlers()
  forgetSavedFiles()
})
afterAll(() => server.close())
