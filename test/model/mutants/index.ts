import { answerMutants } from './answerMutants'
import { hostMutants } from './hostMutants'
import { keepingMutants } from './keepingMutants'
import { loopMutants } from './loopMutants'
import type { Mutant } from './mutant'
import { pageMutants } from './pageMutants'
import { rowMutants } from './rowMutants'
import { tabMutants } from './tabMutants'

export const mutants: readonly Mutant[] = [
  ...loopMutants,
  ...rowMutants,
  ...answerMutants,
  ...keepingMutants,
  ...tabMutants,
  ...hostMutants,
  ...pageMutants,
]
