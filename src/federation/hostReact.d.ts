/** The React of the host, taken from its share scope. */
declare module 'host-react' {
  export { createElement, useEffect, useRef } from 'react'
}
