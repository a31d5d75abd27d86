/**
 * A loader that applies the function in its option `change` to the text of a module. JavaScript, since webpack loads loaders
 * by itself, and it reads no TypeScript.
 *
 * @this {import('webpack').LoaderContext<{ change(source: string): string }>}
 * @param {string} source
 */
export default function changeSource(source) {
  // webpack gives a loader its options by `this`.
  // oxlint-disable-next-line oxc/no-this-in-exported-function
  return this.getOptions().change(source)
}
