import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe } from '@jest/globals'

/** Files below a folder of this name change modules or measure time: they need a process of their own. */
const ALONE = /(?:^|\/)alone\//

/**
 * Runs all test files of a folder as one file: Jest loads its own modules and ours anew for each file, which takes as long as
 * many of them need for their tests. Each file still runs by itself in the project `unit`.
 */
export function runTogether(folder: string): void {
  const path = join(__dirname, '..', folder)
  const names = readdirSync(path, { recursive: true, encoding: 'utf8' })
  const files = names.filter((name) => name.endsWith('.test.ts') && !ALONE.test(name)).sort()
  describe.each(files)(`${folder}/%s`, (file) => {
    require(join(path, file))
  })
}
