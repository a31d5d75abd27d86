import { createElement } from 'react'

/** A host without antd. */
export function HostButton({ onClick, children }) {
  return createElement('button', { type: 'button', onClick }, children)
}
