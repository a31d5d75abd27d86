import { readFileSync } from 'node:fs'

/** A bug that is planted to see whether a test catches it. */
export interface Mutant {
  readonly name: string
  readonly file: string
  /** Stands exactly once in the file. */
  readonly find: string
  readonly replace: string
  /** The laws of which at least one must be named by the failing model, or the full name of a test that must fail. */
  readonly caughtBy: { readonly laws: readonly string[] } | { readonly file: string; readonly test: string }
}

export const byLaws = (...laws: string[]) => ({ laws })

/** @param test with the names of what it stands in: `in memory › the fence › refuses whoever …` */
export const byTest = (file: string, test: string) => ({ file, test })

/** By a sequence that once broke a law. */
export const bySequence = (test: string) => byTest('test/model/traces.test.ts', test)

/** Where damage is planted in good sheets. */
export const PLANTED = 'test/planted/planted.test.ts'

/** By the sheets with one kind of damage. */
export const byDamage = (planter: string) =>
  byTest(PLANTED, `${planter} › sends nothing that a person would not point at, and loses no row`)

const reported = JSON.parse(readFileSync('test/fixtures/reported/cases.json', 'utf8')) as {
  readonly cases: readonly { readonly id: string; readonly file: string; readonly expected: string }[]
}

/** By a file of a public bug report. */
export function byReport(id: string) {
  const one = reported.cases.find((known) => known.id === id)
  if (!one) throw new Error(`no reported file ${id}`)
  return byTest(
    'test/csv/reported.test.ts',
    `files after public bug reports › ${id} ${one.file}: ${one.expected}`,
  )
}
