import { byDamage, type Mutant } from './mutant'

/** What a person would have had to look at. */
export const cautionMutants: readonly Mutant[] = [
  {
    name: 'a date is an ID like any other',
    file: 'src/domain/ids/looksLikeDate.ts',
    find: 'return isDayOfMonth(text) || isMonthOfYear(text)',
    replace: 'return isMonthOfYear(text)',
    caughtBy: byDamage('a date made of an ID'),
  },
  {
    name: 'a rounded ID is one like any other',
    file: 'src/domain/makes/maybeRounded.ts',
    find: 'return places.filter((place) => !isByChance(',
    replace: 'return places.filter((place) => isByChance(',
    caughtBy: byDamage('an ID of 16 digits that was rounded'),
  },
]
