import { expect, it } from '@jest/globals'
import { findUndocumented } from '../../tools/findUndocumented'

// Lint (`tools/checkHouse.ts`) looks for undocumented exports and settings in `src`.

const host = (lines: readonly string[]) => findUndocumented('host/planted.ts', lines.join('\n'))

it('an export needs a doc sentence, whatever its kind', () => {
  const found = host([
    '/** The doc of the file, above the imports. */',
    "import { other } from './other'",
    'export const noDoc = 1',
    '',
    '/** No more than a few words */',
    'export type NoSentence = string',
    '',
    '/** Few words @param value a tag is no sentence. */',
    'export async function onlyTags(value: string) {}',
    '',
    '// A comment is no doc.',
    'export class OnlyComment {',
    '  /** A member. */',
    '  value = 1',
    '}',
    '',
    '/** The doc of another declaration. */',
    'const hidden = 1',
    'export interface Bare {',
    '}',
  ])
  expect(found).toEqual([
    'src/host/planted.ts:3 exports noDoc without a doc sentence',
    'src/host/planted.ts:6 exports NoSentence without a doc sentence',
    'src/host/planted.ts:9 exports onlyTags without a doc sentence',
    'src/host/planted.ts:12 exports OnlyComment without a doc sentence',
    'src/host/planted.ts:19 exports Bare without a doc sentence',
  ])
})

it('a doc of one line, of several, with tags or above a comment is a doc', () => {
  const found = host([
    '/** Counts rows. */',
    'export const count = 1',
    '/**',
    ' * Counts rows,',
    ' * and cells.',
    ' * @returns the number of cells',
    ' */',
    'export function countAll(): number',
    'export function countAll(from = 0): number {}',
    '/** Counts rows. @returns the number */',
    'export const countRows = 1',
    '/** Counts rows. */',
    '// The compiler wants this form.',
    'export type Count = number',
    'const unexported = 1',
  ])
  expect(found).toEqual([])
})

it('a setting without its default is found', () => {
  const found = host([
    '/** Settings. */',
    'export interface Settings {',
    '  /** How many rows a sheet may have. */',
    '  maxRows?: number',
    '  paths?: { readSubOrder?: string }',
    '  /** How fast. Default: 200. */',
    '  pace?: number',
    '  /**',
    '   * The names;',
    '   * default: none.',
    '   */',
    '  readonly names?: readonly string[]',
    '  required: string',
    '  notify?(event: string): void',
    '}',
    '/** No settings. */',
    'export interface Answer {',
    '  body?: unknown',
    '}',
    '/** The options of a client. */',
    'export interface ClientOptions {',
    '  readonly fetch?: () => void',
    '}',
  ])
  expect(found).toEqual([
    'src/host/planted.ts:4 does not say the default of maxRows',
    'src/host/planted.ts:5 does not say the default of paths',
    'src/host/planted.ts:14 does not say the default of notify',
    'src/host/planted.ts:22 does not say the default of fetch',
  ])
})

it('only host and domain must be documented', () => {
  const text = 'export const bare = 1'
  const files = ['domain/ids/planted.ts', 'csv/planted.ts', 'ui/app/planted.tsx', 'host/remote.d.ts']
  expect(files.map((file) => findUndocumented(file, text).length)).toEqual([1, 0, 0, 0])
})
