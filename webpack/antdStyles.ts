import { createCache, extractStyle, StyleProvider } from '@ant-design/cssinjs'
import { Button, ConfigProvider, Drawer, Dropdown, Input, Modal, Radio, Tabs, type ThemeConfig } from 'antd'
import { type AtRule, parse, type Root, type Rule } from 'postcss'
import { createElement as h } from 'react'
import { renderToString } from 'react-dom/server'
import { unusedClass } from './unusedClasses'

/** `:not(…)`, with brackets inside. */
const NEGATION = /:not\((?:[^()]|\([^()]*\))*\)/g

/** A selector without a class of ours would style the host's own elements. */
function isUsed(selector: string): boolean {
  return selector.includes('.soc-') && !unusedClass.test(selector.replaceAll(NEGATION, ''))
}

const isFrame = ({ parent }: Rule) => parent?.type === 'atrule' && (parent as AtRule).name === 'keyframes'

function leaveOutUnused(sheet: Root): void {
  sheet.walkRules((rule) => {
    if (isFrame(rule)) return
    const used = rule.selectors.filter(isUsed)
    if (used.length === 0 || rule.nodes.length === 0) rule.remove()
    else rule.selectors = used
  })
  sheet.walkAtRules((rule) => {
    if (rule.nodes?.length === 0) rule.remove()
  })
}

/** Keyframes have one name for the whole page: ours get a name that is no host's. */
function renameKeyframes(sheet: Root): void {
  sheet.walkAtRules('keyframes', (rule) => {
    rule.params = `soc-${rule.params}`
  })
  sheet.walkDecls('animation-name', (declaration) => {
    declaration.value = `soc-${declaration.value}`
  })
}

/**
 * The styles of antd's components that the screen uses, under its prefix. Each value of the theme is a CSS variable in
 * them, so they are the same for the themes of all hosts.
 */
export function createAntdStyles(theme: ThemeConfig = {}): string {
  const cache = createCache()
  const parts = [
    h(Button),
    h(Input),
    h(Radio.Group, { options: ['a'] }),
    h(Tabs, { items: [{ key: 'a', label: 'a' }] }),
    h(Modal),
    h(Drawer),
    h(Dropdown, { menu: { items: [{ key: 'a', label: 'a' }] } }, h('b')),
  ]
  const config = {
    prefixCls: 'soc',
    iconPrefixCls: 'soc-icon',
    theme: { ...theme, hashed: false, cssVar: { prefix: 'soc', key: 'soc' } },
  }
  renderToString(h(StyleProvider, { cache }, h(ConfigProvider, config, ...parts)))
  const sheet = parse(extractStyle(cache, { plain: true, types: 'style' }))
  leaveOutUnused(sheet)
  renameKeyframes(sheet)
  return sheet.toString()
}
