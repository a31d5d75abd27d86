import { createCache, extractStyle, StyleProvider } from '@ant-design/cssinjs'
import { Button, ConfigProvider, Drawer, Dropdown, Input, Modal, Radio, Tabs, type ThemeConfig } from 'antd'
import { createElement as h } from 'react'
import { renderToString } from 'react-dom/server'
import { unusedClass } from './unusedClasses'

/** `:not(…)`, with brackets inside. */
const NEGATION = /:not\((?:[^()]|\([^()]*\))*\)/g

interface Rule {
  /** A list of selectors, or an at-rule. */
  readonly head: string
  readonly body: string
}

function splitRules(css: string): Rule[] {
  const rules: Rule[] = []
  let depth = 0
  let start = 0
  let open = 0
  for (let at = 0; at < css.length; at += 1) {
    if (css[at] === '{' && ++depth === 1) open = at
    if (css[at] === '}' && --depth === 0) {
      rules.push({ head: css.slice(start, open), body: css.slice(open + 1, at) })
      start = at + 1
    }
  }
  return rules
}

/** Splits a list of selectors. A comma in brackets belongs to one selector. */
function splitSelectors(list: string): string[] {
  return list.match(/(?:\((?:[^()]|\([^()]*\))*\)|[^,()])+/g) ?? []
}

/** A selector without a class of ours would style the host's own elements. */
function isUsed(selector: string): boolean {
  return selector.includes('.soc-') && !unusedClass.test(selector.replaceAll(NEGATION, ''))
}

function keepUsed(css: string): string {
  return splitRules(css)
    .map(({ head, body }) => {
      if (head.startsWith('@keyframes')) return { head, body }
      if (head.startsWith('@')) return { head, body: keepUsed(body) }
      return { head: splitSelectors(head).filter(isUsed).join(','), body }
    })
    .map(({ head, body }) => (head && body ? `${head}{${body}}` : ''))
    .join('')
}

/** Keyframes have one name for the whole page: ours get a name that is no host's. */
function renameKeyframes(css: string): string {
  const names = [...css.matchAll(/@keyframes ([\w-]+)/g)].map(([, name]) => name)
  return css.replaceAll(
    new RegExp(`(?<=@keyframes |animation-name:)(?:${names.join('|')})\\b`, 'g'),
    'soc-$&',
  )
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
  return renameKeyframes(keepUsed(extractStyle(cache, { plain: true, types: 'style' })))
}
