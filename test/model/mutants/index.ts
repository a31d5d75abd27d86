import { answerMutants } from './answerMutants'
import { cautionMutants } from './cautionMutants'
import { cellMutants } from './cellMutants'
import { hostMutants } from './hostMutants'
import { keepingMutants } from './keepingMutants'
import { linesMutants } from './linesMutants'
import { loopMutants } from './loopMutants'
import type { Mutant } from './mutant'
import { pageMutants } from './pageMutants'
import { rowMutants } from './rowMutants'
import { tableMutants } from './tableMutants'
import { tabMutants } from './tabMutants'

/** Of the reading of files. */
export const readingMutants: readonly Mutant[] = [
  ...linesMutants,
  ...tableMutants,
  ...cellMutants,
  ...cautionMutants,
]

export const mutants: readonly Mutant[] = [
  ...loopMutants,
  ...rowMutants,
  ...answerMutants,
  ...keepingMutants,
  ...tabMutants,
  ...hostMutants,
  ...pageMutants,
  ...readingMutants,
]
