import { usedParts } from '../../tools/contents'

/** As antd's index calls the main export of a folder: `config-provider` is `ConfigProvider`, and `theme` no component. */
function nameOf(part: string): string {
  if (part === 'theme') return part
  return part.replace(/(?:^|-)[a-z]/g, (start) => start.slice(-1).toUpperCase())
}

function load(part: string): unknown {
  const { default: main } = require(`antd/lib/${part}`) as { readonly default: unknown }
  return main
}

/**
 * Stands for antd's index in Jest, with the parts of it that the artefact has: the index itself loads all 70 of them, in each
 * file of tests and once more in each page that a test reloads.
 */
// A list of exports would have to be written a second time, so that the module itself is replaced.
module.exports = Object.fromEntries(usedParts.map((part) => [nameOf(part), load(part)]))
