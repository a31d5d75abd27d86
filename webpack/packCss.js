import { transformSync } from 'esbuild'

/**
 * A loader before css-loader: takes comments and blanks out of our style sheet, and changes nothing else. JavaScript,
 * since webpack loads loaders by itself, and it reads no TypeScript.
 *
 * @param {string} css
 */
export default function packCss(css) {
  return transformSync(css, { loader: 'css', minifyWhitespace: true, legalComments: 'none' }).code
}
