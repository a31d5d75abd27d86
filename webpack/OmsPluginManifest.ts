import { createHash } from 'node:crypto'
import webpack, { type Compiler } from 'webpack'
import { describePlugin } from '../src/app/manifest'

/** Writes `oms-plugin.json`: menu and permission for a shell, and the sha384 of every file we ship. */
export class OmsPluginManifest {
  apply(compiler: Compiler): void {
    const name = 'OmsPluginManifest'
    compiler.hooks.thisCompilation.tap(name, (compilation) => {
      // The last stage: file names and contents are final, mf-manifest.json included.
      const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_REPORT + 1
      compilation.hooks.processAssets.tap({ name, stage }, (assets) => {
        // Of use to the federation's own tools only.
        compilation.deleteAsset('mf-stats.json')
        const integrity = Object.fromEntries(
          Object.entries(assets)
            // By code unit: a locale would sort differently from machine to machine.
            .sort(([one], [other]) => (one < other ? -1 : 1))
            .map(([file, source]) => [
              file,
              `sha384-${createHash('sha384').update(source.buffer()).digest('base64')}`,
            ]),
        )
        const text = `${JSON.stringify(describePlugin(integrity), null, 2)}\n`
        compilation.emitAsset('oms-plugin.json', new webpack.sources.RawSource(text))
      })
    })
  }
}
