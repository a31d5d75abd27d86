import { createContext, createElement, useContext, useState } from 'react'

const Path = createContext(['/', () => undefined])

export function Frame({ children }) {
  return createElement(Path.Provider, { value: useState('/') }, children)
}

export function usePath() {
  return useContext(Path)[0]
}

export function useGo() {
  return useContext(Path)[1]
}

/** The screen, at its path. */
export function Place({ path, screen }) {
  return usePath() === path ? screen : null
}
