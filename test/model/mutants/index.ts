import { answerMutants } from './answerMutants'
import { hostMutants } from './hostMutants'
import { keepingMutants } from './keepingMutants'
import { loopMutants } from './loopMutants'
import type { Mutant } from './mutant'
import { pageMutants } from './pageMutants'
import { linesMutants } from './linesMutants'
import { rowMutants } from './rowMutants'
import { tabMutants } from './tabMutants'

/** Of the reading of files. */
export const readingMutants: readonly Mutant[] = [...linesMutants]

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
