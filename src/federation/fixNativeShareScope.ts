import type { ModuleFederationRuntimePlugin } from '@module-federation/enhanced/runtime'

/**
 * Keeps the federation runtime from writing into the share scope of a host built with webpack's own federation. Such a host
 * says the version of what it shares by the key alone; the runtime looks for it in the entry, finds none, and files the
 * host's React once more under the version "undefined". So it is given copies of these entries, with their version.
 */
export default function fixNativeShareScope(): ModuleFederationRuntimePlugin {
  return {
    name: 'fix-native-share-scope',
    beforeLoadShare(load) {
      const scopes = load.origin.shareScopeMap
      for (const name of load.shareInfo?.scope ?? []) {
        const scope = scopes[name]
        const versions = scope?.[load.pkgName]
        // The map of scopes is this container's own, the scopes in it are the host's.
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
      // What webpack itself notes when somebody takes an entry: from then on no other version comes in its place.
      Object.assign(entry, { loaded: 1 })
      return [version, { ...entry, version }]
    }),
  )
}
