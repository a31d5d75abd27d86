import { describe, expect, it } from '@jest/globals'
import { tellOutcome } from './outcomeOf'

const BOTH = '1253231242 1253231243'
const file = (...records: readonly string[]) => `${records.join('\r\n')}\r\n`
const list = ['City,Sub Order ID,Note', 'Pune,1253231242,x', 'Agra,1253231243,y']
const narrow = ['City,Sub Order ID', 'Pune,1253231242', 'Agra,1253231243']

const LABELS: readonly (readonly [about: string, content: string, outcome: string])[] = [
  ['a page', file(...narrow, 'Page,1'), `${BOTH}; 4 INVALID_ID`],
  ['a page of a list of one', file(...narrow.slice(0, 2), 'Page,1'), '1253231242; 3 INVALID_ID'],
  ['rows', file(...narrow, 'Rows,7'), `${BOTH}; 4 INVALID_ID`],
  ['days', file(...narrow, 'From,2026-11-01', 'To,30-11-2026'), `${BOTH}; 4 INVALID_ID; 5 INVALID_ID`],
  ['a user', file(...narrow, 'Checked by,user7'), `${BOTH}; 4 INVALID_ID`],
  ['a place', file(...narrow, 'Warehouse,BLR-2'), `${BOTH}; 4 INVALID_ID`],
  ['the end', file(...list, 'End of report,24.11.2026,18:40'), `${BOTH}; 4 INVALID_ID`],
  ['in German', file(...narrow, 'Seite,1', 'Geprüft von,ab12'), `${BOTH}; 4 INVALID_ID; 5 INVALID_ID`],
  ['in Hindi', file(...narrow, 'पृष्ठ,1', 'दिनांक,24-11-2026'), `${BOTH}; 4 INVALID_ID; 5 INVALID_ID`],
  ['with a colon', file(...narrow, 'Kontrolleur:,K-1'), `${BOTH}; 4 INVALID_ID`],
  [
    'in words that are not known',
    file(...list, 'Versio,3', 'Tulostaja,user7'),
    `${BOTH}; 4 INVALID_ID; 5 INVALID_ID`,
  ],
  ['likewise, below a blank row', file(...narrow, '', 'Tulostettu,24.11.2026'), `${BOTH}; 5 INVALID_ID`],
  [
    'below a line of words alone',
    file(...narrow, '', 'Ende', 'Seite,1'),
    `${BOTH}; 5 TOO_FEW_COLUMNS; 6 INVALID_ID`,
  ],
]

const ROWS: readonly (readonly [about: string, content: string, outcome: string])[] = [
  ['a short ID with a city', file(...narrow, 'Mumbai,SO-2'), `${BOTH} SO-2`],
  [
    'two rows of another marketplace',
    file(...narrow, 'Goa,FN00009871-A1', 'Goa,FN00009872-A1'),
    `${BOTH} FN00009871-A1 FN00009872-A1`,
  ],
  ['short IDs among short ones', file('City,Sub Order ID', 'Pune,1', 'Agra,2', 'Goa,13'), '1 2 13'],
  ['a word that is a value above', file('Via,Sub Order ID', 'Page,1253231242', 'Page,77'), '1253231242 77'],
  ['an ID of the list beside a label', file(...narrow, 'Checked by,1253231244'), `${BOTH} 1253231244`],
  ['values beside the ID', file(...list, 'Goa,12,4'), `${BOTH} 12`],
]

describe('labels below a list', () => {
  it.each(LABELS)('%s: their values are not sent', async (_about, content, outcome) => {
    expect(await tellOutcome('sub-orders', content)).toBe(outcome)
  })
  it.each(ROWS)('%s: sent', async (_about, content, outcome) => {
    expect(await tellOutcome('sub-orders', content)).toBe(outcome)
  })
})
