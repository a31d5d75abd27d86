import { createCache } from '@ant-design/cssinjs'

/** Property in which antd notes the cache that a style tag belongs to. */
const OWNER = '__cssinjs_instance__'

/** The style tags of each mount on this page, with its name. */
const homes = new Map<HTMLElement, string>()

function claim(home: HTMLElement, owner: string): void {
  for (const style of home.children) if (!(OWNER in style)) Object.assign(style, { [OWNER]: owner })
}

/**
 * Keeps the style tags of a mount where they are. Whenever an antd on the page makes a cache (the host's, or a second
 * screen's), it moves every style tag in the body that has no owner to the head, as if a server had rendered the tag.
 * Nobody ever removes it there. antd gives the tags of its keyframes no owner, so we do.
 *
 * @param owner of this mount, unique on the page
 * @returns a function that ends the claim
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

/**
 * antd's cache for a mount. Claims first: another mount may have rendered in the same task, before its observer ran.
 */
export function createStyleCache() {
  for (const [home, owner] of homes) claim(home, owner)
  return createCache()
}
