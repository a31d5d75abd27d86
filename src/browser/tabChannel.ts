import { readTabMessage } from '../domain/run/readTabMessage'
import type { TabChannel, TabMessage } from '../domain/run/tabMessage'

const ALONE: TabChannel = { post: () => undefined, listen: () => () => undefined }

/** Writes a shorter message in the place of events that cannot be copied. */
function shorten(message: TabMessage): TabMessage {
  return message.type === 'happened' ? { type: 'changed', id: message.id } : message
}

function openChannel(name: string): BroadcastChannel | undefined {
  try {
    return new BroadcastChannel(name)
  } catch {
    // The browser has no channels, or refuses them to this page.
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
 * Connects the tabs of this browser that share the name. Without a channel each tab is alone. Neither posting nor a
 * message of another tab ever throws: another version of the screen may run there, and may post anything.
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
      // Where the browser has closed the channel, the other tabs read the journal later.
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
