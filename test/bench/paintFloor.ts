import { createElement } from 'react'
import { createRoot } from 'react-dom/client'

/** The least that a screen with React can be: one line of text. */
createRoot(document.getElementById('place') ?? document.body).render(createElement('h1', null, 'Ready'))
