import { describe, expect, it } from '@jest/globals'
import { isMarkup } from '../../src/csv/bytes/isMarkup'
import { tellOutcome } from './outcomeOf'

const PAGES: readonly string[] = [
  '<div>\r\n\t<table>',
  '<style> .text { mso-number-format:\\@; } </style>',
  '<b>Sub Order ID</b>\r\n1253231242',
  '<p>Sub Order ID</p>',
  '<script>x</script>',
  '\n\n  <!-- made by x -->',
  '<x:Workbook>',
  '<ss:Row ss:Index="1">',
  '<br/>Sub Order ID',
  '<orders>\n<order>1253231242</order>\n</orders>',
  '<foo bar="x">',
  '<?xml version="1.0"?>',
  '<?php echo 1',
  '<![CDATA[x]]>',
]
const TITLES: readonly string[] = [
  '<none>',
  '<none>,<n/a>',
  '<abc@d.in>',
  '< 5 days',
  '<1253231242>',
  '<-- above',
  '<>',
]

describe('a web page', () => {
  it.each(PAGES)('is refused by name: %j', async (page) => {
    const wide = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'))
    const told = [
      await tellOutcome('sub-orders', page),
      await tellOutcome('sub-orders', `\ufeff${page}`, { isPasted: true }),
      await tellOutcome('line-items', `ï»¿${page}`),
      await tellOutcome('sub-orders', wide(`\ufeff${page}`)),
    ]
    expect(told).toEqual(Array.from(told, () => 'FILE_IS_HTML'))
  })
  it.each(TITLES)('is not a title such as %j', async (title) => {
    expect(isMarkup(title)).toBe(false)
    expect(await tellOutcome('sub-orders', `${title}\r\nSub Order ID,City\r\n1253231242,x\r\n`)).toBe(
      '1253231242',
    )
  })
})

describe('a byte order mark that was read as letters', () => {
  it.each(['ï»¿', 'þÿ', 'ÿþ', '∩╗┐', 'п»ї', '´╗┐', 'Ã¯Â»Â¿', '\ufeff', '\ufeffï»¿'])(
    'is no part of the file: %j',
    async (mark) => {
      const told = [
        await tellOutcome('sub-orders', `${mark}Sub Order ID\r\n1253231242\r\n`),
        await tellOutcome('sub-orders', `${mark}"Sub Order ID",City\r\n1253231242,x\r\n`),
        await tellOutcome('sub-orders', `"${mark}Sub Order ID",City\r\n1253231242,x\r\n`),
        await tellOutcome('sub-orders', `${mark}sep=;\r\nSub Order ID;City\r\n1253231242;x\r\n`),
        await tellOutcome('sub-orders', `${mark}1253231242\r\n`, { isPasted: true }),
      ]
      expect(told).toEqual(Array.from(told, () => '1253231242'))
    },
  )
  it('stands before a file of another encoding', async () => {
    const bytes = Uint8Array.from('ï»¿Sub Order ID;Größe\r\n1253231242;x\r\n', (letter) =>
      letter.charCodeAt(0),
    )
    expect(await tellOutcome('sub-orders', bytes)).toBe('1253231242')
  })
})
