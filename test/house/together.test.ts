import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from '@jest/globals'

const tests = join(__dirname, '..')

it('each folder of unit tests is run by a file of test/together, and is a folder of the project `unit`', () => {
  const entries = readdirSync(tests, { recursive: true, encoding: 'utf8' })
  const folders = entries.filter((file) => file.endsWith('.test.ts')).map((file) => file.split('/')[0] ?? '')
  const withUnits = [...new Set(folders)].filter((folder) => folder !== 'together').sort()
  const config = readFileSync(join(tests, '../jest.config.js'), 'utf8')
  const ofProject = /test\/\{([\w,]+)\}\/\*\*\/\*\.test\.ts'/.exec(config)?.[1]?.split(',').sort()
  const ran = readdirSync(join(tests, 'together')).flatMap(
    (file) => /^(\w+)\.test\.ts$/.exec(file)?.[1] ?? [],
  )
  const asked = ran.map((folder) =>
    readFileSync(join(tests, 'together', `${folder}.test.ts`), 'utf8').includes(`runTogether('${folder}')`),
  )
  expect({ ofProject, ran: ran.sort(), asked: [...new Set(asked)] }).toEqual({
    ofProject: withUnits,
    ran: withUnits,
    asked: [true],
  })
})
