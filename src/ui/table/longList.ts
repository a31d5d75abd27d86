/**
 * How a list stands in a box that cannot be as high as all its rows: in fewer places than it has rows. Place `p` holds the
 * row `p + shift`; scrolling from end to end takes the shift from 0 to `rows - places`.
 */
export interface ListSize {
  readonly rows: number
  readonly places: number
  /** CSS pixels. */
  readonly rowHeight: number
}

/**
 * Browsers lay out no element of any height: Firefox ends at 17,895,697 px, Chromium at 33,554,428 px, and what lies below
 * cannot be scrolled to. From 8,388,608 px on Chromium rounds what it paints to whole pixels, and thin lines are lost. The
 * virtualizer writes down where each place is: so few of them cost it some milliseconds. 100,000 rows still have one each.
 */
export const HIGHEST_PX = 4_500_000

/** Of the places, at each end, that hold the first and the last rows one by one: there nothing is ever out of step. */
const EDGE_SHARE = 1 / 16

/** A list that fits has a place for each row. */
export function measureList(rows: number, rowHeight: number): ListSize {
  return { rows, rowHeight, places: Math.min(rows, Math.floor(HIGHEST_PX / rowHeight)) }
}

/** How many places at each end do not stretch. */
export function countEdge({ places }: ListSize): number {
  return Math.floor(places * EDGE_SHARE)
}

function shiftAt({ rows, places }: ListSize, share: number): number {
  return rows > places ? Math.round(Math.min(1, Math.max(0, share)) * (rows - places)) : 0
}

/** @returns the shift due where the scroll bar stands with this place, counted with fractions, as the first in sight */
export function shiftAtPlace(size: ListSize, place: number): number {
  const edge = countEdge(size)
  return shiftAt(size, (place - edge) / (size.places - 2 * edge))
}

/** @returns the shift due with this row, counted with fractions, as the first in sight */
export function shiftAtRow(size: ListSize, row: number): number {
  const edge = countEdge(size)
  return shiftAt(size, (row - edge) / (size.rows - 2 * edge))
}
