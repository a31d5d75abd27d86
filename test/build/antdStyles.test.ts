import { expect, it } from '@jest/globals'
import { theme } from 'antd'
import { createAntdStyles } from '../../webpack/antdStyles'
import { dropStyleFunctions } from '../../webpack/dropStyleFunctions'

const styles = createAntdStyles()

it('antd’s styles are the same text for each theme of a host', () => {
  const tokens = { colorPrimary: '#a0f', fontSize: 20, borderRadius: 0, controlHeight: 44 }
  expect(createAntdStyles({ algorithm: theme.darkAlgorithm, token: tokens })).toBe(styles)
})

it('antd’s styles match nothing outside of the screen', () => {
  const withoutFrames = styles.replaceAll(/@keyframes [\w-]+\{(?:[^{}]*\{[^{}]*\})*\}/g, '')
  const heads = [...withoutFrames.matchAll(/([^{}]+)\{/g)].map(([, head = '']) => head)
  const selectors = heads.filter((head) => !head.startsWith('@'))
  expect(selectors.length).toBeGreaterThan(200)
  expect(selectors.filter((selector) => !selector.includes('.soc-'))).toEqual([])
  const frames = [...styles.matchAll(/@keyframes ([\w-]+)/g)].map(([, name]) => name)
  const played = [...styles.matchAll(/animation-name:([\w-]+)/g)].map(([, name]) => name)
  expect(frames.length).toBeGreaterThan(0)
  expect(frames.filter((name) => !name?.startsWith('soc-'))).toEqual([])
  expect(played.filter((name) => !frames.includes(name))).toEqual([])
})

it('a style module of antd keeps its tokens and loses the functions that work styles out', () => {
  const code = `
    const genBase = (token) => ({ color: token.colorText })
    export const prepare = () => ({ width: 5 })
    export const useShared = genStyleHooks(['A', 'B'], (token) => [genBase(token)], prepare, { unitless: { width: true } })
    export default genSubStyleComponent('A', genBase)
  `
  expect(dropStyleFunctions(code)).toBe(`
    const genBase = (token) => ({ color: token.colorText })
    export const prepare = () => ({ width: 5 })
    export const useShared = genStyleHooks(['A', 'B'], null, prepare, { unitless: { width: true } })
    export default genSubStyleComponent('A', null)
  `)
})
