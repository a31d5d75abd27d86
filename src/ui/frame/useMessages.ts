import type { Messages } from '../../texts/messages'
import { useHost } from './HostContext'

export function useMessages(): Messages {
  return useHost().messages
}
