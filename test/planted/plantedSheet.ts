import type { Random } from '../fuzz/random'
import type { WrittenCell } from '../support/workbook'
import type { SheetKind } from '../../src/domain/sheet/columnMeaning'

/** What stands in a column of the list. */
export type Role =
  | 'id'
  | 'sku'
  | 'quantity'
  | 'city'
  | 'date'
  | 'phone'
  | 'channel'
  | 'amount'
  | 'name'
  | 'item'
  | 'address'
  | 'state'

/** What a person reads in a row: the ID that they would point at, and its line. */
export interface Truth {
  readonly id: string
  readonly sku?: string
  readonly quantity?: number
}

export interface PlantedCell {
  readonly text: string
  /** As a text file has it, quotes and all; default: quoted where it has to be. */
  readonly raw?: string
  /** As a workbook has it; default: the text. */
  readonly written?: WrittenCell
}

export interface PlantedLine {
  readonly cells: readonly PlantedCell[]
  /** `below`: after the header, and nothing in it that a person would send. `heading`: a header once more. */
  readonly part: 'title' | 'header' | 'heading' | 'data' | 'below'
  readonly truth?: Truth
  /** `look`: only after it was pointed out. `never`: neither it nor any other line of its sub-order. */
  readonly leave: 'send' | 'look' | 'never'
  /** In a workbook: filtered out. */
  readonly isHidden?: true
  /** Nobody sees it in the workbook: its sub-order is whole without it. */
  readonly isUnseen?: true
  /** The order of its columns, where it is not the list's. */
  readonly roles?: readonly Role[]
}

export interface TextForm {
  readonly type: 'text'
  readonly delimiter: string
  readonly quotesAll: boolean
  readonly lineEnd: string
  readonly encoding: 'utf-8' | 'utf-8-mark' | 'utf-16le' | 'utf-16be' | 'windows-1252'
  readonly endsWithLineEnd: boolean
  readonly hasSepLine: boolean
}

export interface BookForm {
  readonly type: 'workbook'
  readonly inlineStrings: boolean
  /** Ranges such as `A2:A4`. */
  readonly merged: readonly string[]
}

/** A sheet before it is written: what stands in it, and what a person reads there. */
export interface PlantedSheet {
  /** What the list is. */
  readonly tab: SheetKind
  /** Where it is uploaded. */
  readonly readAs: SheetKind
  readonly roles: readonly Role[]
  readonly names: readonly string[]
  readonly lines: readonly PlantedLine[]
  readonly form: TextForm | BookForm
  /** How the table is laid down; `packed`: each row in one cell; `values`: each value on a line. */
  readonly layout: 'table' | 'html' | 'packed' | 'values'
  /** Nobody can number the rows: each is looked for by what stands in it. */
  readonly isLoose: boolean
  /** What happens to the text of a file after it is written. */
  readonly edits: readonly ((text: string) => string)[]
}

/** One kind of damage. */
export interface Planter {
  readonly name: string
  /** What it leaves whole is sent all the same. */
  readonly keeps?: true
  /** @returns undefined where it cannot be done to such a sheet */
  readonly plant: (sheet: PlantedSheet, random: Random) => PlantedSheet | undefined
}
