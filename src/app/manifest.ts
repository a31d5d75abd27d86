import pkg from '../../package.json' with { type: 'json' }

/**
 * The facts that a shell may read before it loads any script. `plugin.tsx` and `oms-plugin.json` both take them from
 * here.
 */
export const manifest = {
  id: 'sub-order-cancellation',
  version: pkg.version,
  contract: '^1.0.0',
  menu: {
    label: 'Sub-Order Cancellation',
    path: '/outward/sub-order-cancellation',
    section: 'Outward',
    permission: 'sub-order:cancel',
  },
} as const

/** Writes the content of `oms-plugin.json`. @param files sha384 of every file of the build, by its name */
export function describePlugin(files: Readonly<Record<string, string>>) {
  const entry = (file: string) => ({ file, integrity: files[file] })
  return {
    ...manifest,
    entries: { container: entry('remoteEntry.js'), federation: entry('mf-manifest.json') },
    files,
  }
}
