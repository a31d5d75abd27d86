import { afterAll, afterEach, beforeAll, beforeEach, jest } from '@jest/globals'
import '@testing-library/jest-dom/jest-globals'
import { configure } from '@testing-library/dom'
import { server } from '../../mocks/node'
import { catchDownloads, forgetSavedFiles } from './savedFiles'

// The default error prints the whole page: with a table that changes, one `findByText` took over a minute.
// And a busy machine may take its time: what is waited for comes, or never does.
configure({
  getElementError: (message) => new Error(message?.split('\n\n')[0] ?? 'not found'),
  asyncUtilTimeout: 60_000,
})
jest.setTimeout(180_000)

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
/** What antd has closed and keeps in the page ends so: `soc-drawer-content-wrapper-hidden`. */
const CLOSED = /\bsoc-[\w-]+-hidden(?:\s|$)/
const { style: closedStyle } = document.createElement('div')
closedStyle.display = 'none'

/**
 * jsdom holds every rule of antd's style sheets against an element each time that a role is asked for: that was two thirds
 * of the time of all journeys. In them antd's sheets hide nothing but what it has closed. What the real ones do (`:hover`,
 * `pointer-events`, pseudo-elements, of which jsdom knows nothing anyway) is seen end to end, in Chromium.
 */
window.getComputedStyle = (element) =>
  CLOSED.test(element.getAttribute('class') ?? '') ? closedStyle : (element as HTMLElement).style

// For the same reason jsdom need not read antd's sheets: each reload of a page adds half a megabyte of them. A jsdom that
// keeps its own side elsewhere reads them as before.
const styleElement = document.createElement('style')
const [ownSide] = Object.getOwnPropertySymbols(styleElement)
const inner: unknown = ownSide && Reflect.get(styleElement, ownSide)
if (typeof inner === 'object' && inner !== null) {
  Object.assign(Reflect.getPrototypeOf(inner) ?? {}, { _updateAStyleBlock: () => {} })
}

// jsdom plays no animations, and antd would wait for their end for ever: it must not find any.
const styleProperties = Reflect.getPrototypeOf(document.createElement('div').style) ?? {}
Reflect.deleteProperty(styleProperties, 'WebkitAnimation')
Element.prototype.scrollTo = () => {}
Element.prototype.scrollIntoView = () => {}
catchDownloads()

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }))
beforeEach(() => {
  media.matches = () => false
  // No test finds what another has left in the browser.
  Object.assign(globalThis, { indexedDB: new IDBFactory() })
})
afterEach(() => {
  server.resetHandlers()
  forgetSavedFiles()
})
afterAll(() => server.close())
