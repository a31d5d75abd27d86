import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from '@jest/globals'

const folder = join(__dirname, '../../docs/decisions')
const files = readdirSync(folder).filter((file) => /^\d{4}-/.test(file))
const readText = (file: string) => readFileSync(join(folder, file), 'utf8')

it('each decision begins with its number, its date and its status', () => {
  const wrong = files.filter((file) => {
    const start = new RegExp(
      `^# ${Number(file.slice(0, 4))}\\. .+\\n\\nDate: 20\\d\\d-\\d\\d-\\d\\d\\nStatus: \\w.*\\n\\n`,
    )
    return !start.test(readText(file))
  })
  expect(wrong).toEqual([])
})

it('the index lists each decision once, by its title', () => {
  const lines = files.map((file) => {
    const [, number, title] = /^# (\d+)\. (.+)/.exec(readText(file)) ?? []
    return `- [${number}](${file}): ${title}`
  })
  const listed = readText('README.md')
    .split('\n')
    .filter((line) => line.startsWith('- ['))
  expect(listed).toEqual(lines)
})
