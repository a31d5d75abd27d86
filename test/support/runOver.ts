import type { Page } from '@playwright/test'
import type { PretendOms } from '../../mocks/oms'
import { asUsual, type ScriptedAnswer } from '../../mocks/script'
import { readRows, startCancellation, uploadCsv, writeSheet } from './browser'

export const LOOK_UP = 'Check the sub-order in the OMS before you send it again.'
export const serverError = (status: number) =>
  `The server answered HTTP ${status} without saying how it ended. ${LOOK_UP}`
export const unreadable = (status: number) =>
  `The answer (HTTP ${status}) could not be read; perhaps a login page. ${LOOK_UP}`
export const connectionLost = `The connection was lost before the answer came; it may have been cancelled. ${LOOK_UP}`

export const json = { 'content-type': 'application/json' }

/** What a row says that was not sent, or not processed. */
export const NOT_SENT: readonly [string, string] = ['NOT SENT', '']

export const createIds = (count: number) =>
  Array.from({ length: count }, (_, index) => String(1253231242 + index * 17))

/** Starts a run over as many sub-orders as there are answers. */
export async function runOver(
  page: Page,
  oms: PretendOms,
  answers: readonly ScriptedAnswer[],
): Promise<string[]> {
  const ids = createIds(answers.length)
  for (const [index, id] of ids.entries()) oms.script(id, [answers[index] ?? asUsual])
  await uploadCsv(page, writeSheet(ids))
  await startCancellation(page)
  return ids
}

/** Status and message of each row. */
export const readVerdicts = async (page: Page) =>
  (await readRows(page, 'Sub-orders')).map((cells) => cells.slice(2))
