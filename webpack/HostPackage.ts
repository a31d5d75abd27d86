import webpack, { type Compiler } from 'webpack'
import { createPackageFiles } from './packageFiles'

const NAME = 'HostPackage'

/** Writes an npm package for the developers of a host beside the files that browsers fetch. */
export class HostPackage {
  readonly #root: string

  constructor(root: string) {
    this.#root = root
  }

  apply(compiler: Compiler): void {
    compiler.hooks.thisCompilation.tap(NAME, (compilation) => {
      // Behind `oms-plugin.json`: a portal fetches all that is listed there, and nothing here is for its pages.
      const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_REPORT + 2
      compilation.hooks.processAssets.tapPromise({ name: NAME, stage }, async () => {
        if (compilation.errors.length > 0) return
        for (const [file, text] of await createPackageFiles(this.#root)) {
          compilation.emitAsset(file, new webpack.sources.RawSource(text))
        }
      })
    })
  }
}
