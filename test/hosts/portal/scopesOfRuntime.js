/** What this host shares, in the record of the federation runtime. */
export const readShareScopes = () =>
  globalThis.__FEDERATION__?.__INSTANCES__.find(({ name }) => name === 'portal')?.shareScopeMap
