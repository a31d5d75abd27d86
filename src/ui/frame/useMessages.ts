import { createContext, useContext } from 'react'
import { createMessages, type Messages } from '../../texts/messages'

export const MessagesContext = createContext<Messages>(createMessages(undefined))

export function useMessages(): Messages {
  return useContext(MessagesContext)
}
