import { createCache, StyleProvider } from '@ant-design/cssinjs'
// From its own file: the package's index loads all of its 850 icons, which no test needs.
import IconContext from '@ant-design/icons/es/components/Context'
import { ConfigProvider } from 'antd'
import { useMemo, useState } from 'react'
import { Provider } from 'react-redux'
import type { Store } from '../../store/store'
import { ErrorBoundary } from '../frame/ErrorBoundary'
import { createTheme, type ScreenTheme } from '../frame/createTheme'
import { createMessages } from '../../texts/messages'
import { Notice } from '../kit/Notice'
import type { OwnNames } from '../../texts/ownNames'
import { Page } from './Page'
import type { HostTexts } from '../../texts/createTranslations'
import { HostContext } from '../frame/HostContext'
import { Scope } from '../frame/Scope'
import * as styles from './app.module.css'
import { useMessages } from '../frame/useMessages'
import { createWantedFocus, WantedFocusContext } from '../focus/useWantedFocus'
import { styleText } from './styleText'
import { useCatalog } from './useCatalog'

interface AppProps {
  /** Name of this mount, unique on the page. */
  readonly name: string
  readonly store: Store
  /** Parent of the tags with antd's CSS variables, which go away with the screen. */
  readonly styleHome: HTMLElement
  readonly theme: ScreenTheme
  /** BCP 47; undefined: the browser's locale. */
  readonly locale: string | undefined
  /** Texts of the host, checked: they win over ours. */
  readonly texts: HostTexts
  /** Names that the host's OMS gives to things. */
  readonly names: OwnNames
  readonly isAllowed: boolean
  /** Least time between the starts of two calls, in milliseconds. */
  readonly msPerCall: number
  /** The OMS can tell the state of a sub-order. */
  readonly canRead: boolean
  /** A repeated cancel has no second effect. */
  readonly repeatIsSafe: boolean
}

const noWave = { disabled: true }

function BrokenScreen() {
  const { broken } = useMessages()
  return (
    <Notice tone="error" role="alert" title={broken.title}>
      <p>{broken.text}</p>
    </Notice>
  )
}

/** The screen with its theme, styles, words and store. */
export function App(props: AppProps) {
  const { name, store, styleHome, theme, locale, texts, names, isAllowed, msPerCall, canRead, repeatIsSafe } =
    props
  const [cache] = useState(() => createCache())
  const antdTheme = useMemo(() => createTheme(theme, name), [theme, name])
  const catalog = useCatalog(locale)
  const messages = useMemo(
    () => catalog && createMessages(locale, catalog, texts, names),
    [locale, catalog, texts, names],
  )
  const csp = useMemo(() => (theme.nonce === undefined ? {} : { nonce: theme.nonce }), [theme.nonce])
  // antd's icons share one style tag in the host's head with the host's own antd. Without this setting the two would
  // overwrite each other, and our styles would stay behind.
  const icons = useMemo(() => ({ prefixCls: 'soc-icon', csp, zeroRuntime: true }), [csp])
  const [focus] = useState(createWantedFocus)
  const { mode } = theme
  const host = useMemo(
    () => messages && { name, styleHome, mode, messages, msPerCall, canRead, repeatIsSafe },
    [name, styleHome, mode, messages, msPerCall, canRead, repeatIsSafe],
  )
  if (!host) return null
  return (
    <StyleProvider cache={cache} container={styleHome}>
      <ConfigProvider
        prefixCls="soc"
        iconPrefixCls="soc-icon"
        csp={csp}
        theme={antdTheme}
        wave={noWave}
        direction={host.messages.direction}
      >
        <IconContext.Provider value={icons}>
          <style nonce={theme.nonce}>{styleText}</style>
          <Provider store={store}>
            <HostContext value={host}>
              <WantedFocusContext value={focus}>
                <Scope className={styles.root}>
                  <ErrorBoundary fallback={<BrokenScreen />}>
                    <Page isAllowed={isAllowed} />
                  </ErrorBoundary>
                </Scope>
              </WantedFocusContext>
            </HostContext>
          </Provider>
        </IconContext.Provider>
      </ConfigProvider>
    </StyleProvider>
  )
}
