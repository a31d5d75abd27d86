import { readTabMessage } from '../domain/run/readTabMessage'
import type { TabChannel, TabMessage } from '../domain/run/tabMessage'

const ALONE: TabChannel = { post: () => undefined, listen: () => () => undefined }

/** What can always be sent in the place of events that cannot be copied. */
function shorten(message: TabMessage): TabMessage {
  return message.type === 'happened' ? { type: 'changed', id: message.id } : message
}

function openChannel(name: string): BroadcastChannel | undefined {
  try {
    return new BroadcastChannel(name)
  } catch {
    // The browser has none, or refuses one to this page.
    return undefined
  }
}

function read(data: unknown): TabMessage | undefined {
  try {
    return readTabMessage(data)
  } catch {
    return undefined
  }
}

/**
 * Tells the tabs of this browser that share the name what happens. Where there is no channel they stay on their own. Neither
 * posting nor what another tab posts ever throws here: another version of the screen may run there, and says what it likes.
 */
export function createTabChannel(name: string): TabChannel {
  const channel = openChannel(name)
  if (!channel) return ALONE
  function send(message: TabMessage): boolean {
    try {
      channel?.postMessage(message)
      return true
    } catch {
      return false
    }
  }
  return {
    post: (message) => {
      // A channel that the browser has closed: the journal tells the other tabs all the same, later.
      if (!send(message)) send(shorten(message))
    },
    listen: (listener) => {
      const hear = ({ data }: MessageEvent<unknown>) => {
        const message = read(data)
        if (message) listener(message)
      }
      channel.addEventListener('message', hear)
      return () => channel.removeEventListener('message', hear)
    },
  }
}
