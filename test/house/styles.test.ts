import { expect, it } from '@jest/globals'
import { findWrongStyles } from '../../tools/findWrongStyles'

// That the sheets of `src` are right is lint: `tools/checkStyles.ts`.

const check = (sheet: string, component: string) =>
  findWrongStyles(
    new Map([['src/ui/run/run.module.css', sheet]]),
    new Map([
      ['src/ui/run/Card.tsx', component],
      ['src/ui/app/styleText.ts', "import run from '../run/run.module.css'"],
    ]),
  )

const imported = "import * as styles from './run.module.css'\nimport * as kit from '../kit/kit.module.css'\n"

it('a sheet whose classes are all used, and by their names, is right', () => {
  const sheet = [
    '/* .old is gone */',
    '.card { --gap: 4px; gap: var(--gap); color: var(--soc-color-text); margin: .5em; }',
    '.card:has(.title:empty)::after { content: ".none"; }',
    '@container (max-width: 720.5px) { .card > .title, .card[data-tone="a.b"] { row-gap: var(--row-gap, 2px); } }',
    '@keyframes late { 12.5% { opacity: 0; } }',
  ].join('\n')
  expect(check(sheet, `${imported}<p className={styles.card}><b className={styles.title} /></p>`)).toEqual([])
})

it('a class that no component uses is found', () => {
  expect(check('.card {} .card .dead {}', `${imported}styles.card`)).toEqual([
    'src/ui/run/run.module.css: no component uses .dead',
  ])
})

it('a class that the sheet does not have is found', () => {
  expect(check('.card {}', `${imported}styles.card + styles.crad`)).toEqual([
    'src/ui/run/Card.tsx: src/ui/run/run.module.css has no class crad',
  ])
})

it('the same name in another object is no use of a class', () => {
  expect(check('.card {}', `${imported}props.styles.card + mystyles.card`)).toEqual([
    'src/ui/run/run.module.css: no component uses .card',
  ])
})

it('a class that is computed is refused: nobody can tell which it is', () => {
  expect(check('.card {}', `${imported}styles.card + styles[tone]`)).toEqual([
    'src/ui/run/Card.tsx: styles[…] hides which classes of src/ui/run/run.module.css are used',
  ])
})

it('a class that another sheet has too is found: the build tells them apart by name alone', () => {
  const sheets = new Map([
    ['src/ui/run/run.module.css', '.card {}'],
    ['src/ui/kit/kit.module.css', '.card {}'],
  ])
  const texts = "import run from '../run/run.module.css'\nimport kit from '../kit/kit.module.css'"
  const components = new Map([
    ['src/ui/run/Card.tsx', `${imported}styles.card + kit.card`],
    ['src/ui/app/styleText.ts', texts],
  ])
  expect(findWrongStyles(sheets, components)).toEqual([
    'src/ui/kit/kit.module.css: src/ui/run/run.module.css has a class card too',
  ])
})

it('custom properties that are misspelt or unused are found', () => {
  const sheet = '.card { --gap: 4px; --old: 1px; gap: var(--gpa); padding: var(--gap) }'
  expect(check(sheet, `${imported}styles.card`)).toEqual([
    'src/ui/run/run.module.css: no sheet declares --gpa',
    'src/ui/run/run.module.css: no sheet uses --old',
  ])
})

it('a sheet whose text is not on the page is found', () => {
  const sheets = new Map([['src/ui/run/run.module.css', '.card {}']])
  expect(findWrongStyles(sheets, new Map([['src/ui/run/Card.tsx', `${imported}styles.card`]]))).toEqual([
    'src/ui/run/run.module.css: its text is not on the page',
  ])
})
