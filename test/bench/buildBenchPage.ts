import webpack from 'webpack'
import { typeScriptRule } from '../../webpack/typeScriptRule'

/** A script for a page of real Chromium. @param entry file beside this one, without its ending @param folder where it ends up */
export async function buildBenchPage(name: string, entry: string, folder: string): Promise<void> {
  const stats = await new Promise<webpack.Stats | undefined>((done, fail) => {
    webpack(
      {
        mode: 'production',
        context: import.meta.dirname,
        entry: { [name]: entry },
        output: { path: folder, filename: '[name].js', clean: true },
        resolve: { extensions: ['.ts', '.js'] },
        module: { rules: [typeScriptRule()] },
        performance: false,
      },
      (error, result) => (error ? fail(error) : done(result)),
    )
  })
  if (stats?.hasErrors()) throw new Error(stats.toString({ all: false, errors: true }))
}
