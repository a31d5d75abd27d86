import ReactDOM from 'react-dom'

/** React 16 and 17. */
export function renderRoot(element, content) {
  ReactDOM.render(content, element)
}
