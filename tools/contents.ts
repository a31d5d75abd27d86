import { findFolder, nameOf } from './packages'

/** What must never be in the artefact: packages by name, files by path; each with the reason. */
const FORBIDDEN: readonly (readonly [RegExp, string])[] = [
  [/node_modules\/(?:moment|moment-timezone|dayjs)\//, 'dates are written by Intl'],
  [/\.development(?:\.min)?\.js$/, 'a development build'],
  [/node_modules\/(?:msw|@mswjs\/[^/]+)\//, 'the mocked APIs'],
  [/node_modules\/(?:react-refresh|@pmmmwh\/[^/]+|webpack-dev-server|ansi-html-community)\//, 'hot reload'],
  [/node_modules\/webpack\/hot\//, 'hot reload'],
  [/node_modules\/(?:axios|lodash|lodash-es|core-js|core-js-pure)\//, 'the host and the browser bring it'],
  [/^(?:mocks|test)\//, 'no part of the product'],
  [/^src\/(?:index\.ts|standalone)/, 'the dev page'],
]

/** Of antd: what the screen uses. */
export const usedParts = [
  'button',
  'config-provider',
  'drawer',
  'dropdown',
  'input',
  'modal',
  'radio',
  'tabs',
  'theme',
]

/** Of antd: what those bring along, some of it a few lines (a context, a locale of a component that is not in). */
const BROUGHT_PARTS = [
  '_util',
  'checkbox/useBubbleLock',
  'color-picker',
  'date-picker/locale',
  'form',
  'layout/Sider',
  'locale',
  'menu',
  'skeleton',
  'space',
  'style',
  'table/TableMeasureRowContext',
  'time-picker/locale',
  'tooltip',
  'watermark/context',
]

/** Other languages than this would be other words than those of `src/texts/messages.ts`. */
const LOCALE = 'en_US'

export const antdParts: readonly string[] = [...usedParts, ...BROUGHT_PARTS].sort()

const ANTD_FILE = /^node_modules\/antd\/es\/(.+)\.js$/

const isOf = (path: string, part: string) => path === part || path.startsWith(`${part}/`)

function checkForbidden(sources: readonly string[]): string[] {
  return FORBIDDEN.flatMap(([pattern, why]) =>
    sources
      .filter((source) => pattern.test(source))
      .slice(0, 1)
      .map(
        (source) => `${source} is in the artefact (${why}). Find who imports it, and import something else.`,
      ),
  )
}

function checkLocales(sources: readonly string[]): string[] {
  return sources
    .filter(
      (source) => /\/locale\/[a-z]{2,3}_[A-Z]{2}\.js$/.test(source) && !source.endsWith(`/${LOCALE}.js`),
    )
    .map((source) => `${source} is in the artefact: no locale but ${LOCALE} is shown.`)
}

/** New parts of antd come in by a decision, and the list tells what is really in. */
function checkAntd(sources: readonly string[]): string[] {
  const paths = sources.map((source) => ANTD_FILE.exec(source)?.[1]).filter((path) => path !== undefined)
  const strange = paths.filter((path) => !antdParts.some((part) => isOf(path, part)))
  const gone = antdParts.filter((part) => !paths.some((path) => isOf(path, part)))
  const folders = new Map(strange.map((path) => [path.split('/')[0] ?? path, path]))
  return [
    ...[...folders].map(
      ([part, path]) =>
        `antd's ${part} is in the artefact (antd/es/${path}.js). If the screen needs it, name it in tools/contents.ts.`,
    ),
    ...gone.map(
      (part) => `antd's ${part} is no longer in the artefact. Take it off the list in tools/contents.ts.`,
    ),
  ]
}

/** The same package from two folders is loaded twice, and what one copy knows the other does not. */
function checkCopies(sources: readonly string[]): string[] {
  const folders = new Set(sources.map(findFolder).filter((folder) => folder !== undefined))
  const copies = new Map<string, string[]>()
  for (const folder of folders) copies.set(nameOf(folder), [...(copies.get(nameOf(folder)) ?? []), folder])
  return [...copies]
    .filter(([, found]) => found.length > 1)
    .map(
      ([name, found]) =>
        `${name} is in the artefact ${found.length} times (${found.join(', ')}). Pin it in the dependencies of package.json, so that npm installs one.`,
    )
}

/** @param sources every file that has code in the artefact @returns one line for each that must not be in it */
export function checkContents(sources: readonly string[]): string[] {
  return [
    ...checkForbidden(sources),
    ...checkLocales(sources),
    ...checkAntd(sources),
    ...checkCopies(sources),
  ]
}
