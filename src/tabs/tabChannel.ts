import type { TabChannel, TabMessage } from '../domain/tabMessage'

const TYPES: ReadonlySet<unknown> = new Set<TabMessage['type']>([
  'hello',
  'began',
  'happened',
  'ended',
  'stop',
  'changed',
])

/** An older or newer version of the screen may run in the other tab: what it says is judged by its shape. */
function isTabMessage(data: unknown): data is TabMessage {
  return typeof data === 'object' && data !== null && 'type' in data && TYPES.has(data.type)
}

/** Tells the tabs of this browser that share the name what happens. Without BroadcastChannel they stay on their own. */
export function createTabChannel(name: string): TabChannel {
  if (typeof BroadcastChannel === 'undefined') return { post: () => undefined, listen: () => () => undefined }
  const channel = new BroadcastChannel(name)
  return {
    post: (message) => {
      try {
        channel.postMessage(message)
      } catch {
        // A channel that the browser has closed: the journal tells the other tabs all the same, later.
      }
    },
    listen: (listener) => {
      const hear = ({ data }: MessageEvent<unknown>) => {
        if (isTabMessage(data)) listener(data)
      }
      channel.addEventListener('message', hear)
      return () => channel.removeEventListener('message', hear)
    },
  }
}
