import { createRequire } from 'node:module'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ModuleFederationPlugin } from '@module-federation/enhanced/webpack'
import ReactRefreshPlugin from '@pmmmwh/react-refresh-webpack-plugin'
import HtmlWebpackPlugin from 'html-webpack-plugin'
import MinimizerPlugin from 'minimizer-webpack-plugin'
import webpack, { type Configuration } from 'webpack'
import type { Configuration as DevServerConfiguration } from 'webpack-dev-server'
import { federation } from './federation.config'
import { createAntdStyles } from './webpack/antdStyles'
import { ArtefactCheck } from './webpack/ArtefactCheck'
import { BuildRecorder } from './webpack/BuildRecorder'
import { dropStyleFunctions } from './webpack/dropStyleFunctions'
import { HostPackage } from './webpack/HostPackage'
import { OmsPluginManifest } from './webpack/OmsPluginManifest'
import { StableIds } from './webpack/StableIds'
import { typeScriptRule } from './webpack/typeScriptRule'

const root = dirname(fileURLToPath(import.meta.url))
const mswWorkerFolder = dirname(createRequire(import.meta.url).resolve('msw/mockServiceWorker.js'))

/** `npm run build` makes the artefact; with `--env standalone` the dev page on mocked APIs is built as well. */
export default (
  env: { standalone?: boolean },
  argv: { mode?: string },
): Configuration & { devServer: DevServerConfiguration } => {
  const development = argv.mode === 'development'
  const standalone = development || env.standalone === true
  return {
    mode: development ? 'development' : 'production',
    context: root,
    target: ['web', 'es2022'],
    devtool: development ? 'cheap-module-source-map' : false,
    entry: standalone ? { standalone: './src/index.ts' } : {},
    output: {
      path: resolve(root, standalone ? '.build/standalone' : 'dist'),
      filename: '[name].js',
      chunkFilename: '[name].[contenthash:8].js',
      publicPath: 'auto',
      uniqueName: federation.name,
      crossOriginLoading: 'anonymous',
      clean: true,
    },
    resolve: { extensions: ['.ts', '.tsx', '.js', '.json'] },
    module: {
      // A browser starts no worker from another origin's address: `openSheetWorker` only needs the address of the script.
      parser: { javascript: { worker: ['*workerScript.at()', '...'] } },
      rules: [
        typeScriptRule({ development, refresh: development }),
        {
          // The text of the style sheet, not a style tag: the screen itself renders it, with the host's nonce.
          test: /\.module\.css$/,
          use: [
            {
              loader: 'css-loader',
              options: {
                exportType: 'string',
                modules: {
                  // Not `soc-`, as antd's classes begin. Lint finds a name that two sheets have.
                  localIdentName: 'soc_[local]',
                  namedExport: true,
                  exportLocalsConvention: 'as-is',
                },
              },
            },
            ...(development ? [] : [resolve(root, 'webpack/packCss.js')]),
          ],
        },
        // antd's styles are worked out here and not in the browser (decision 47).
        {
          test: /[\\/]antd[\\/]dist[\\/]antd\.css$/,
          loader: resolve(root, 'webpack/changeSource.js'),
          options: { change: () => `export default ${JSON.stringify(createAntdStyles())}` },
        },
        {
          test: /[\\/]antd[\\/]es[\\/].*[\\/]style(?:[\\/][^\\/]+)?\.js$/,
          loader: resolve(root, 'webpack/changeSource.js'),
          options: { change: dropStyleFunctions },
        },
        {
          // The rules of icons. Another antd on the page would take their style tag, which names no owner.
          test: /[\\/]antd[\\/]es[\\/]theme[\\/]util[\\/]useResetIconStyle\.js$/,
          loader: resolve(root, 'webpack/changeSource.js'),
          options: { change: () => 'export default () => undefined' },
        },
        // Some packages of antd are ES modules that leave out file endings.
        { test: /\.m?js$/, resolve: { fullySpecified: false } },
      ],
    },
    plugins: [
      new webpack.DefinePlugin({
        'process.env.NODE_ENV': JSON.stringify(development ? 'development' : 'production'),
      }),
      new ModuleFederationPlugin(federation),
      new StableIds(),
      ...(standalone
        ? [
            new HtmlWebpackPlugin({
              template: './mocks/standalone.html',
              excludeChunks: [federation.name], // else remoteEntry.js runs twice
            }),
          ]
        : [new ArtefactCheck(root), new OmsPluginManifest(), new HostPackage(root), new BuildRecorder(root)]),
      ...(development ? [new ReactRefreshPlugin({ overlay: false })] : []),
    ],
    optimization: {
      mangleExports: 'size',
      // One file: started by a blob, the worker cannot know where others of ours are before it runs.
      splitChunks: { chunks: (chunk) => chunk.name !== 'sheetWorker' && !chunk.canBeInitial() },
      minimizer: [
        new MinimizerPlugin({
          minify: MinimizerPlugin.swcMinify,
          exclude: /^host\//, // developers read it
          // Licence notices stay in the files they speak of, so that all we ship is named by its content.
          extractComments: false,
          minimizerOptions: { compress: { passes: 3 }, format: { comments: 'some' } },
        }),
      ],
    },
    performance: false,
    devServer: {
      // For this machine alone: in an office or a café others share the network.
      host: 'localhost',
      port: 3000,
      hot: true,
      headers: { 'Access-Control-Allow-Origin': '*' },
      static: [{ directory: mswWorkerFolder, watch: false }],
      client: { overlay: false },
    },
  }
}
