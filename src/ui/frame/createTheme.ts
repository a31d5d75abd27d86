import { type ThemeConfig, theme } from 'antd'

/** How the host wants the screen to look. */
export interface ScreenTheme {
  readonly mode: 'light' | 'dark'
  /** antd design tokens of the host; they win over ours. */
  readonly tokens: Readonly<Record<string, string | number>>
  readonly nonce?: string
}

/** antd's default blue and greens fail WCAG contrast on white; these pass with 4.5 : 1 and more. */
const light: ThemeConfig = {
  components: { Dropdown: { colorTextDescription: '#595959' } },
  token: {
    colorPrimary: '#0958d9',
    // antd's own hover is too light, as text and under white text.
    colorPrimaryHover: '#003eb3',
    colorInfo: '#0958d9',
    colorError: '#cf1322',
    colorTextPlaceholder: '#6b6b6b',
  },
}

/** On dark the same blue must be lighter where it is text, and stay deep where white text lies on it. */
const dark: ThemeConfig = {
  token: {
    colorPrimary: '#1668dc',
    // The algorithm's own hover is too light for white text.
    colorPrimaryHover: '#1554ad',
    colorInfo: '#1668dc',
    colorError: '#e84749',
    colorTextPlaceholder: '#9a9a9a',
    colorBgLayout: '#0d0f12',
    colorBgContainer: '#16191d',
    colorBgElevated: '#1d2126',
  },
  components: {
    Dropdown: { colorTextDescription: '#a6adb6' },
    // As text, the deep blue is too dark.
    Button: {
      defaultHoverColor: '#a6ccff',
      defaultHoverBorderColor: '#7fb6ff',
      defaultActiveColor: '#7fb6ff',
    },
    Tabs: {
      itemSelectedColor: '#7fb6ff',
      itemHoverColor: '#a6ccff',
      itemActiveColor: '#7fb6ff',
      inkBarColor: '#7fb6ff',
    },
  },
}

/** @param name of the mount: two screens on a page and the host's own antd must not share CSS variables */
export function createTheme({ mode, tokens }: ScreenTheme, name: string): ThemeConfig {
  const base = mode === 'dark' ? dark : light
  return {
    ...base,
    algorithm: mode === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm,
    // Without motion: a quick click misses a button that flies in, and a wrong click here cancels orders.
    token: { borderRadius: 8, fontSize: 14, motion: false, ...base.token, ...tokens },
    hashed: false,
    zeroRuntime: true,
    cssVar: { prefix: 'soc', key: name },
  }
}
