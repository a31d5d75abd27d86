import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from '@jest/globals'

const root = join(__dirname, '../..')

/** All pages but decisions: the paths in a decision are those of its day. */
const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'CONTEXT.md',
  ...readdirSync(join(root, 'docs'))
    .filter((file) => file.endsWith('.md'))
    .map((file) => `docs/${file}`),
]

/** Files that a page names as code, `src/csv/readSheet.ts`, or with an ending left out. */
function findPaths(text: string): string[] {
  return [...text.matchAll(/`((?:src|test|tools|mocks|webpack|host-kit|docs)\/[\w./-]+)`/g)].map(
    (match) => match[1] ?? '',
  )
}

function findLinks(text: string): string[] {
  const bare = text.replace(/```[\s\S]*?```/g, '')
  return [...bare.matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map((match) => match[1] ?? '')
}

const isThere = (path: string) =>
  ['', '.ts', '.tsx', '.test.ts', '.test.tsx', '.spec.ts'].some((ending) =>
    existsSync(join(root, path + ending)),
  )

it('each file that a page names exists', () => {
  const gone = pages.flatMap((page) => {
    const text = readFileSync(join(root, page), 'utf8')
    return findPaths(text)
      .filter((path) => !isThere(path))
      .map((path) => `${page}: ${path}`)
  })
  expect(gone).toEqual([])
})

it('each link of a page leads somewhere', () => {
  const broken = pages.flatMap((page) => {
    const text = readFileSync(join(root, page), 'utf8')
    return findLinks(text)
      .filter((link) => !existsSync(join(root, dirname(page), link)))
      .map((link) => `${page}: ${link}`)
  })
  expect(broken).toEqual([])
})
