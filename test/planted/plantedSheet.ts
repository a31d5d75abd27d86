import type { Random } from '../fuzz/random'
import type { WrittenCell } from '../support/workbook'
import type { SheetKind } from '../../src/domain/sheet/columnMeaning'

/** The kind of a column. */
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

/** The values that a person reads in a row: the ID, and its line. */
export interface Truth {
  readonly id: string
  readonly sku?: string
  readonly quantity?: number
}

export interface PlantedCell {
  readonly text: string
  /** The raw text in a text file, with quotes; default: quoted where CSV needs it. */
  readonly raw?: string
  /** The cell in a workbook; default: the text. */
  readonly written?: WrittenCell
}

export interface PlantedLine {
  readonly cells: readonly PlantedCell[]
  /** `below`: after the header, and nothing in it that a person would send. `heading`: a header once more. */
  readonly part: 'title' | 'header' | 'heading' | 'data' | 'below'
  readonly truth?: Truth
  /** `look`: only after it was pointed out. `never`: neither it nor any other line of its sub-order. */
  readonly leave: 'send' | 'look' | 'never'
  /** In a workbook, the row is filtered away. */
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

/** A sheet before writing: its cells, and the values that a person reads. */
export interface PlantedSheet {
  /** The kind of the list. */
  readonly tab: SheetKind
  /** Where it is uploaded. */
  readonly readAs: SheetKind
  readonly roles: readonly Role[]
  readonly names: readonly string[]
  readonly lines: readonly PlantedLine[]
  readonly form: TextForm | BookForm
  /** The form of the table; `packed`: each row in a single cell; `values`: each value in a line. */
  readonly layout: 'table' | 'html' | 'packed' | 'values'
  /** The rows have no numbers: the judge finds a row by its cells. */
  readonly isLoose: boolean
  /** Changes the text of a file after writing. */
  readonly edits: readonly ((text: string) => string)[]
}

/** A kind of damage. */
export interface Planter {
  readonly name: string
  /** Values that the damage leaves whole are still sent. */
  readonly keeps?: true
  /** @returns undefined where it cannot be done to such a sheet */
  readonly plant: (sheet: PlantedSheet, random: Random) => PlantedSheet | undefined
}
