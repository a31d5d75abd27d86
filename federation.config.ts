/** What the artefact exposes, and the one thing it takes from a host: the host's own React, for the wrapper alone. */
export const federation = {
  name: 'subOrderCancellation',
  filename: 'remoteEntry.js',
  exposes: {
    './plugin': './src/plugin.tsx',
    './SubOrderCancellation': './src/exposed.cjs',
  },
  shared: {
    // `import: false`: nothing of ours enters the host's share scope. Any React from 16.8 (hooks) will do.
    'host-react': {
      shareKey: 'react',
      packageName: 'react',
      import: false as const,
      singleton: true,
      requiredVersion: '>=16.8',
    },
  },
  runtimePlugins: ['./src/federation/fixNativeShareScope.ts'],
  manifest: true,
  dts: false,
  experiments: { optimization: { target: 'web' as const, disableSnapshot: true } },
  shareStrategy: 'loaded-first' as const,
}
