import { createCache } from '@ant-design/cssinjs'

/** Where antd notes on a style tag which of its caches it belongs to. */
const OWNER = '__cssinjs_instance__'

/** The style tags of each mount on this page, with its name. */
const homes = new Map<HTMLElement, string>()

function claim(home: HTMLElement, owner: string): void {
  for (const style of home.children) if (!(OWNER in style)) Object.assign(style, { [OWNER]: owner })
}

/**
 * Keeps the style tags of a mount where they are. Whenever an antd on the page makes a cache (the host's, or that of a second
 * screen), it takes every style tag in the body without an owner for one that a server rendered, and moves it to the head,
 * where nobody ever removes it. antd leaves the tags of its keyframes without an owner.
 *
 * @param owner of this mount, unique on the page
 * @returns what ends it
 */
export function claimStyles(home: HTMLElement, owner: string): () => void {
  homes.set(home, owner)
  const observer = new MutationObserver(() => claim(home, owner))
  observer.observe(home, { childList: true })
  return () => {
    observer.disconnect()
    homes.delete(home)
  }
}

/** antd's cache for a mount. Another mount may have drawn within the same task, before its observer was told. */
export function createStyleCache() {
  for (const [home, owner] of homes) claim(home, owner)
  return createCache()
}
