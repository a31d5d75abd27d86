import { createInstance } from '@module-federation/enhanced/runtime'
import * as React from 'react'
import type { Host, Menu } from '../../src/host/contract'

/** `oms-plugin.json`, as far as the shell reads it. */
export interface PluginDescription {
  readonly id: string
  readonly version: string
  readonly contract: string
  readonly menu: Menu
  readonly entries: { readonly federation: { readonly file: string } }
}

export type PluginComponent = React.ComponentType<{ host: Host }>

/** Reads all data of the menu entry and its permission, without loading a script. */
export async function fetchDescription(remote: string): Promise<PluginDescription> {
  const answer = await fetch(`${remote}/oms-plugin.json`)
  if (!answer.ok) throw new Error(`${remote}/oms-plugin.json answered ${answer.status}`)
  return answer.json() as Promise<PluginDescription>
}

let loading: Promise<PluginComponent> | undefined

/** Loads the plugin's script at the first call; one container serves the page's whole life. */
export function loadPlugin(remote: string, description: PluginDescription): Promise<PluginComponent> {
  loading ??= load(remote, description).catch((error: unknown) => {
    loading = undefined
    throw error
  })
  return loading
}

async function load(remote: string, description: PluginDescription): Promise<PluginComponent> {
  const federation = createInstance({
    name: 'omsPortal',
    remotes: [{ name: 'subOrderCancellation', entry: `${remote}/${description.entries.federation.file}` }],
    shared: {
      react: {
        version: React.version,
        lib: () => React,
        shareConfig: { singleton: true, requiredVersion: `^${React.version}` },
      },
    },
  })
  const exposed = await federation.loadRemote<{ default: PluginComponent }>(
    'subOrderCancellation/SubOrderCancellation',
  )
  if (!exposed) throw new Error('The plugin exposes no ./SubOrderCancellation')
  return exposed.default
}
