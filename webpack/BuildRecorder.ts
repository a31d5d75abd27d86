import { join } from 'node:path'
import type { Compiler } from 'webpack'
import { digestSources, recordBuild } from './builtDist'

/** Keeps in mind what `dist` was made of, so that tests build it anew only when something has changed. */
export class BuildRecorder {
  readonly #root: string

  constructor(root: string) {
    this.#root = root
  }

  apply(compiler: Compiler): void {
    // Webpack fills it in after its plugins were applied. A build into another folder says nothing of `dist`.
    const isIntoDist = () => compiler.outputPath === join(this.#root, 'dist')
    let sources = ''
    compiler.hooks.beforeRun.tap('BuildRecorder', () => {
      sources = digestSources(this.#root)
    })
    compiler.hooks.done.tap('BuildRecorder', (stats) => {
      if (isIntoDist() && !stats.hasErrors()) recordBuild(this.#root, sources)
    })
  }
}
