import { StyleProvider } from '@ant-design/cssinjs'
// From its own file: the package's index loads all of its 850 icons, which no test needs.
import IconContext from '@ant-design/icons/es/components/Context'
import { ConfigProvider } from 'antd'
import { useMemo, useState } from 'react'
import { Provider } from 'react-redux'
import type { Store } from '../../store/store'
import { createStyleCache } from '../frame/claimStyles'
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

export interface AppProps {
  /** Of this mount, unique on the page. */
  readonly name: string
  readonly store: Store
  /** Where antd puts its style tags: they go away with the screen. */
  readonly styleHome: HTMLElement
  readonly theme: ScreenTheme
  /** BCP 47; undefined: the browser's. */
  readonly locale: string | undefined
  /** Of the host, checked: they win over ours. */
  readonly texts: HostTexts
  /** What the host's OMS calls things. */
  readonly names: OwnNames
  readonly isAllowed: boolean
  /** Calls start at least this far apart. */
  readonly msPerCall: number
  /** What the host says of its OMS. */
  readonly canRead: boolean
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

/** The screen with all it stands on: theme, styles, words, store. */
export function App(props: AppProps) {
  const { name, store, styleHome, theme, locale, texts, names, isAllowed, msPerCall, canRead, repeatIsSafe } =
    props
  const [cache] = useState(createStyleCache)
  const antdTheme = useMemo(() => createTheme(theme, name), [theme, name])
  const catalog = useCatalog(locale)
  const messages = useMemo(
    () => catalog && createMessages(locale, catalog, texts, names),
    [locale, catalog, texts, names],
  )
  const csp = useMemo(() => (theme.nonce === undefined ? {} : { nonce: theme.nonce }), [theme.nonce])
  // antd's icons keep their styles in one tag of the host's head, shared with the host's own antd: without this they would
  // overwrite each other, and ours would stay behind.
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
