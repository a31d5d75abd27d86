import type { ModuleFederationRuntimePlugin } from '@module-federation/enhanced/runtime'

/**
 * Keeps the federation runtime from writing into the share scope of a host built with webpack's own federation. Such a
 * host names the version of a shared module by its key alone. The runtime looks for the version in the entry, finds
 * none, and files the host's React again under the version "undefined". So this plugin hands it copies of these
 * entries, with their version.
 */
export default function fixNativeShareScope(): ModuleFederationRuntimePlugin {
  return {
    name: 'fix-native-share-scope',
    beforeLoadShare(load) {
      const scopes = load.origin.shareScopeMap
      for (const name of load.shareInfo?.scope ?? []) {
        const scope = scopes[name]
        const versions = scope?.[load.pkgName]
        // The map of scopes belongs to this container, the scopes in it to the host.
        if (scope && versions) scopes[name] = { ...scope, [load.pkgName]: nameVersions(versions) }
      }
      return load
    },
  }
}

function nameVersions<Entry extends object>(
  versions: Readonly<Record<string, Entry>>,
): Record<string, Entry> {
  return Object.fromEntries(
    Object.entries(versions).map(([version, entry]) => {
      if ('version' in entry) return [version, entry]
      // webpack itself sets this mark when somebody takes an entry: from then on no other version replaces it.
      Object.assign(entry, { loaded: 1 })
      return [version, { ...entry, version }]
    }),
  )
}
