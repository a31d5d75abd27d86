export type Bundler =
  | 'webpack + @module-federation/enhanced'
  | 'webpack, native federation'
  | 'rspack, native federation'
  | 'Vite + @module-federation/vite'
  | 'Vite, script tag'
  | 'script tag'

export interface HostCase {
  /** Names its build folder. */
  readonly id: string
  readonly bundler: Bundler
  /** As the packages beside this file are named: `react-18.2`, `antd-5`, `react-router-7`. */
  readonly react?: '16' | '17' | '18.2' | '18.3' | '19.0' | '19.1' | '19.3'
  readonly antd?: '4' | '5' | '6'
  readonly router?: '6' | '7'
  /** `React.StrictMode`, which does something in development builds only: such a host is built as one. */
  readonly isStrict?: boolean
  /** The plugin's files lie on the portal's own origin. */
  readonly isSameOrigin?: boolean
  /** Among the few that `npm test` runs as well. */
  readonly isInShort?: boolean
  /** A folder of its own in place of `portal`. */
  readonly source?: 'newcomer'
}

/**
 * Each value of each axis at least once, and together what is likely to clash: a host on the plugin's own versions, old
 * Reacts with new bundlers, antd of each generation in both federations. Not the full product, which has over a thousand.
 */
export const hostCases: readonly HostCase[] = [
  {
    id: 'react16-enhanced',
    bundler: 'webpack + @module-federation/enhanced',
    react: '16',
    antd: '4',
    isInShort: true,
  },
  { id: 'react16-native', bundler: 'webpack, native federation', react: '16', router: '6' },
  {
    id: 'react17-native',
    bundler: 'webpack, native federation',
    react: '17',
    antd: '4',
    router: '6',
    isInShort: true,
  },
  { id: 'react17-enhanced', bundler: 'webpack + @module-federation/enhanced', react: '17', antd: '5' },
  { id: 'react17-rspack', bundler: 'rspack, native federation', react: '17', antd: '4' },
  {
    id: 'react18.2-native',
    bundler: 'webpack, native federation',
    react: '18.2',
    antd: '5',
    router: '6',
    isStrict: true,
  },
  {
    id: 'react18.2-rspack',
    bundler: 'rspack, native federation',
    react: '18.2',
    antd: '5',
    isSameOrigin: true,
    isInShort: true,
  },
  { id: 'react18.2-vite', bundler: 'Vite + @module-federation/vite', react: '18.2', antd: '4' },
  {
    id: 'react18.3-enhanced',
    bundler: 'webpack + @module-federation/enhanced',
    react: '18.3',
    antd: '6',
    router: '7',
  },
  { id: 'react18.3-vite', bundler: 'Vite + @module-federation/vite', react: '18.3', antd: '5', router: '6' },
  { id: 'react18.3-script', bundler: 'Vite, script tag', react: '18.3', antd: '5', isSameOrigin: true },
  { id: 'react19.0-native', bundler: 'webpack, native federation', react: '19.0', antd: '6' },
  { id: 'react19.0-rspack', bundler: 'rspack, native federation', react: '19.0', router: '7' },
  {
    id: 'react19.1-enhanced',
    bundler: 'webpack + @module-federation/enhanced',
    react: '19.1',
    antd: '5',
    isSameOrigin: true,
  },
  {
    id: 'react19.1-vite',
    bundler: 'Vite + @module-federation/vite',
    react: '19.1',
    antd: '6',
    router: '7',
  },
  {
    id: 'react19.3-enhanced',
    bundler: 'webpack + @module-federation/enhanced',
    react: '19.3',
    antd: '6',
    router: '7',
    isStrict: true,
    isInShort: true,
  },
  { id: 'react19.3-rspack', bundler: 'rspack, native federation', react: '19.3', antd: '6' },
  {
    id: 'newcomer',
    bundler: 'Vite + @module-federation/vite',
    react: '19.3',
    isStrict: true,
    isInShort: true,
    source: 'newcomer',
  },
  { id: 'no-react-enhanced', bundler: 'webpack + @module-federation/enhanced' },
  { id: 'plain-page', bundler: 'script tag', isInShort: true },
  { id: 'plain-page-same-origin', bundler: 'script tag', isSameOrigin: true },
]
