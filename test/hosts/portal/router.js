import { BrowserRouter, Route, Routes, useLocation, useNavigate } from 'host-routing'
import { createElement } from 'react'

/** The portal lives under a path of its own. */
export function Frame({ children }) {
  return createElement(BrowserRouter, { basename: '/portal/app' }, children)
}

export function usePath() {
  return useLocation().pathname
}

export const useGo = useNavigate

/** The screen, at its path. */
export function Place({ path, screen }) {
  return createElement(
    Routes,
    null,
    createElement(Route, { path: '/', element: null }),
    createElement(Route, { path, element: screen }),
  )
}
