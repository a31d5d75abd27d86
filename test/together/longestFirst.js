import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** In bytes of all files below the folder. */
function sizeOf(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((file) => file.isFile())
  return files.reduce((sum, file) => sum + statSync(join(file.parentPath, file.name)).size, 0)
}

/** A file of `test/together` is as long as the folder that it runs. What runs alone measures time: it begins before all others. */
function estimate({ path }) {
  if (path.includes('/alone/')) return Number.POSITIVE_INFINITY
  const [, tests, folder] = /^(.*)\/together\/(\w+)\.test\.ts$/.exec(path) ?? []
  return tests === undefined ? statSync(path).size : sizeOf(join(tests, folder))
}

/** Starts long files of tests first, so that no worker waits for another at the end. */
export default class LongestFirst {
  sort(tests) {
    const sizes = new Map(tests.map((test) => [test, estimate(test)]))
    return [...tests].sort((a, b) => sizes.get(b) - sizes.get(a) || a.path.localeCompare(b.path))
  }
  // Jest calls these; nothing is kept from run to run.
  shard(tests) {
    return tests
  }
  allFailedTests(tests) {
    return tests
  }
  cacheResults() {}
}
