import { existsSync, readdirSync, statSync, utimesSync } from 'node:fs'
import { join, resolve } from 'node:path'
import HtmlWebpackPlugin from 'html-webpack-plugin'
import webpack, { type Configuration } from 'webpack'
import { provideDist, runWebpack, SOURCES } from '../webpack/builtDist'
import { typeScriptRule } from '../webpack/typeScriptRule'

const root = resolve(import.meta.dirname, '..')

/** The folder of each build. */
export const builtFolders = {
  plugin: join(root, 'dist'),
  standalone: join(root, '.build/standalone'),
  shell: join(root, '.build/shell'),
} as const

/** Builds the artefact as `npm run build` does, unless it is up to date. */
export async function buildPlugin(): Promise<void> {
  await provideDist(root)
}

/** The dev page as files, for the end-to-end tests. */
export async function buildStandalone(): Promise<void> {
  const page = join(builtFolders.standalone, 'index.html')
  if (isFresh(page, SOURCES)) return
  const start = new Date()
  await runWebpack(root, ['--env', 'standalone', '--no-optimization-minimize'])
  dateBuild(page, start)
}

export async function buildShell(): Promise<void> {
  await buildHost(join(root, 'mocks/shell'), './main.tsx', builtFolders.shell)
}

async function buildHost(folder: string, entry: string, output: string): Promise<void> {
  const page = join(output, 'index.html')
  if (isFresh(page, [folder, join(root, 'src/host'), join(root, 'package-lock.json')])) return
  const start = new Date()
  const stats = await new Promise<webpack.Stats | undefined>((done, fail) => {
    webpack(describeHostBuild(folder, entry, output), (error, result) => (error ? fail(error) : done(result)))
  })
  if (stats?.hasErrors()) throw new Error(stats.toString({ all: false, errors: true }))
  dateBuild(page, start)
}

function describeHostBuild(folder: string, entry: string, output: string): Configuration {
  const own = (name: string) => join(folder, 'node_modules', name)
  return {
    mode: 'production',
    context: folder,
    entry: { main: entry },
    output: {
      path: output,
      filename: '[name].js',
      chunkFilename: '[name].[contenthash:8].js',
      publicPath: '/',
      clean: true,
    },
    resolve: {
      extensions: ['.ts', '.tsx', '.js', '.json'],
      // Some packages of the host's antd are hoisted to the root and would find the root's React there.
      alias: {
        react: own('react'),
        'react-dom': own('react-dom'),
        antd: own('antd'),
        '@ant-design/icons': own('@ant-design/icons'),
      },
    },
    module: {
      rules: [typeScriptRule(), { test: /\.m?js$/, resolve: { fullySpecified: false } }],
    },
    plugins: [new HtmlWebpackPlugin({ template: './index.html' })],
    // The page is for tests and demonstrations: a smaller file would save nobody time.
    optimization: { minimize: false },
    performance: false,
  }
}

/** webpack does not write an unchanged page. Its time is set here, so that the next build can be skipped. */
function dateBuild(page: string, start: Date): void {
  utimesSync(page, start, start)
}

/** Whether a file is younger than all its sources. */
export function isFresh(product: string, sources: readonly string[]): boolean {
  if (!existsSync(product)) return false
  const made = statSync(product).mtimeMs
  return sources.every((source) => findNewest(resolve(root, source)) <= made)
}

function findNewest(path: string): number {
  const stat = statSync(path)
  if (!stat.isDirectory()) return stat.mtimeMs
  const times = readdirSync(path)
    .filter((name) => name !== 'node_modules')
    .map((name) => findNewest(join(path, name)))
  return Math.max(0, ...times)
}
