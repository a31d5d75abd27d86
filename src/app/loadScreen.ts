import { yieldToPage } from '../run/yieldToPage'
import type * as screenModule from './openScreen'

type ScreenModule = typeof screenModule

let screen: ScreenModule | undefined

/** The screen's module, once it is loaded. */
export function findScreen(): ScreenModule | undefined {
  return screen
}

/**
 * Evaluates the modules of the screen in two tasks, first antd, then our own. All in one task, they would hold up the page
 * for longer than a person notices. Nothing is fetched for it.
 */
export async function loadScreen(): Promise<ScreenModule> {
  await yieldToPage()
  await import(
    /* webpackMode: "eager", webpackExports: ["Button", "ConfigProvider", "Drawer", "Dropdown", "Input", "Modal", "Radio", "Tabs", "theme"] */ 'antd'
  )
  await yieldToPage()
  screen = await import(/* webpackMode: "eager" */ './openScreen')
  return screen
}
