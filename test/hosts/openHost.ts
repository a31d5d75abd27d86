import { existsSync, mkdirSync, symlinkSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { builtFolders } from '../../mocks/build'
import type { PretendOms } from '../../mocks/oms'
import { type RunningServer, serveFolders } from '../../mocks/serveFolders'
import { serveOms } from '../../mocks/server'
import { nameFolder, PORTAL_PATH } from './buildHost'
import type { HostCase } from './cases'
import { REMOTE } from './describeBuild'
import { PLUGIN_PATH, watchPage } from './watchPage'

const remoteFolder = resolve(import.meta.dirname, '../../.build/remote')

/** The plugin's files below a path of their own, which tells its doings from the host's. */
function layOutRemote(): void {
  const place = join(remoteFolder, PLUGIN_PATH)
  mkdirSync(dirname(place), { recursive: true })
  if (existsSync(place)) return
  try {
    symlinkSync(builtFolders.plugin, place, 'dir')
  } catch (error) {
    // Another worker was first.
    if (!existsSync(place)) throw error
  }
}

/** Opens the host's page over a pretend OMS. @returns what ends its servers */
export async function openHost(
  page: Page,
  host: HostCase,
  pretendOms: PretendOms,
): Promise<() => Promise<void>> {
  layOutRemote()
  const own = nameFolder(host)
  const oms = await serveOms(pretendOms)
  const remote = host.isSameOrigin ? undefined : await serveFolders({ folders: [remoteFolder] })
  const portal = await serveFolders({
    folders: host.isSameOrigin ? [own, remoteFolder] : [own],
    json: { [`${PORTAL_PATH}config.json`]: { oms: oms.url } },
    fill: { [REMOTE]: `${remote?.url ?? ''}${PLUGIN_PATH}` },
  })
  await page.addInitScript(watchPage, PLUGIN_PATH)
  await page.goto(portal.url + PORTAL_PATH)
  const servers = [portal, oms, remote].filter((server): server is RunningServer => server !== undefined)
  return async () => void (await Promise.all(servers.map((server) => server.close())))
}
