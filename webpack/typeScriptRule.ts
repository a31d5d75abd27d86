/** How every build of this folder reads TypeScript. @param react what React's transform does beyond its automatic runtime */
export const typeScriptRule = (
  react: { readonly development?: boolean; readonly refresh?: boolean } = {},
) => ({
  test: /\.tsx?$/,
  exclude: /node_modules/,
  loader: 'swc-loader',
  options: {
    jsc: {
      parser: { syntax: 'typescript', tsx: true },
      target: 'es2022',
      transform: { react: { runtime: 'automatic', ...react } },
    },
  },
})
