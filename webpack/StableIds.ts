import type { Compiler } from 'webpack'

const NAME = 'StableIds'

/**
 * The federation writes its entry into a file whose name is a hash with the path of this folder in it, and webpack takes the
 * numbers of modules from such names: the same sources would give other bytes on another machine. So both modules that know
 * this file get an ID by hand.
 */
export class StableIds {
  apply(compiler: Compiler): void {
    compiler.hooks.compilation.tap(NAME, (compilation) => {
      compilation.hooks.beforeModuleIds.tap(NAME, (modules) => {
        for (const module of modules) {
          const identifier = module.identifier()
          if (!/\.federation\/entry\.[0-9a-f]+\.js/.test(identifier.replaceAll('\\', '/'))) continue
          const id = identifier.startsWith('container entry') ? 'container' : 'federation'
          compilation.chunkGraph.setModuleId(module, id)
        }
      })
    })
  }
}
