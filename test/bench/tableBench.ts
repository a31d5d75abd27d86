import type { Page } from '@playwright/test'
import { writeWorkbook } from '../support/workbook'

export interface TableFigures {
  /** From the key or the click to the first frame with the rows that were asked for. */
  readonly searchMs: number
  readonly filterMs: number
  readonly framesPerSecond: number
  /** The longest time between two frames while the table scrolls. */
  readonly longestFrameMs: number
}

const SCROLLED_MS = 2_000

/** Filter, search and scrolling of a sheet that lies on the screen, as a person would use them. */
export async function measureTable(page: Page, lastId: string): Promise<TableFigures> {
  const searchMs = await measureAnswer(page, lastId, async () => {
    await page.getByRole('textbox', { name: 'Search by ID' }).fill(lastId)
  })
  await page.getByRole('textbox', { name: 'Search by ID' }).fill('')
  const filterMs = await measureAnswer(page, 'No row matches', async () => {
    await page.getByRole('button', { name: /^Unconfirmed\s*0$/ }).click()
  })
  await page.getByRole('button', { name: /^All/ }).click()
  await page.getByRole('row', { name: /^2 / }).waitFor()
  return { searchMs, filterMs, ...(await measureScroll(page)) }
}

/** @returns milliseconds from the first input to the frame that shows the text in or under the table */
async function measureAnswer(page: Page, text: string, ask: () => Promise<void>): Promise<number> {
  const answered = page.evaluate(
    (wanted) =>
      new Promise<number>((resolve) => {
        let askedAt = 0
        const begin = () => (askedAt ||= performance.now())
        for (const type of ['input', 'click'])
          document.addEventListener(type, begin, { capture: true, once: true })
        const frame = () => {
          const isThere = document.querySelector('main')?.textContent.includes(wanted)
          if (askedAt > 0 && isThere) resolve(performance.now() - askedAt)
          else requestAnimationFrame(frame)
        }
        requestAnimationFrame(frame)
      }),
    text,
  )
  await ask()
  return answered
}

/** Scrolls some rows further with each frame. */
function measureScroll(page: Page): Promise<Pick<TableFigures, 'framesPerSecond' | 'longestFrameMs'>> {
  return page.evaluate(
    (ms) =>
      new Promise((resolve) => {
        const box = document.querySelector('[role=group]:has(> table)')
        if (!box) throw new Error('no table')
        const start = performance.now()
        let last = start
        let frames = 0
        let longestFrameMs = 0
        const frame = (now: number) => {
          longestFrameMs = Math.max(longestFrameMs, now - last)
          last = now
          frames += 1
          box.scrollTop += 120
          if (now - start < ms) requestAnimationFrame(frame)
          else resolve({ framesPerSecond: (frames * 1000) / (now - start), longestFrameMs })
        }
        requestAnimationFrame(frame)
      }),
    SCROLLED_MS,
  )
}

/** A workbook of three columns, as a person would have it. */
export function writeBenchWorkbook(rows: number): Buffer {
  const records = Array.from({ length: rows }, (_, at) => [1_253_000_000 + at, 'Myntra', 'a note'])
  return Buffer.from(
    writeWorkbook({
      sheets: [{ name: 'Orders', rows: [['Increff Sub Order ID', 'Channel', 'Note'], ...records] }],
    }),
  )
}
