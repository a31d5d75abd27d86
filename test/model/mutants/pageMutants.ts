import { byTest, type Mutant } from './mutant'

/** What a person does twice, or with the wrong file. */
export const pageMutants: readonly Mutant[] = [
  {
    name: 'a second click starts a second single run',
    file: 'src/ui/single/useSingleQuestion.ts',
    find: '    const id = asked.current\n    asked.current = null\n',
    replace: '    const id = asked.current\n',
    caughtBy: byTest(
      'test/journeys/single.test.tsx',
      'one question starts one run: the same button clicked again, at once or after the end, sends nothing more',
    ),
  },
  {
    name: 'a file with other IDs is attached to a run that was cut off',
    file: 'src/store/sheet/attachColumns.ts',
    find: 'if (!hasSameIds(sheet.checked.requests, checked.requests)) return false',
    replace: 'void hasSameIds',
    caughtBy: byTest(
      'test/store/comeBack.test.ts',
      'a page that comes after a crash › takes the same file for another run where its rows are judged in another way now',
    ),
  },
]
