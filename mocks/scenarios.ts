import { type Case, createCases } from './cases'
import { createPretendOms, type OmsOptions, type PretendOms } from './oms'
import { type RoughRow, writeLineItemsSheet, writeSubOrdersSheet } from './sheets'

/** A situation to try the screen in, with sheets that fit. */
export interface Scenario {
  readonly id: string
  readonly label: string
  /** One sentence about the events to come. */
  readonly description: string
  readonly subOrdersCsv: string
  readonly lineItemsCsv: string
  /** A fresh OMS in its first state. */
  createOms(more?: OmsOptions): PretendOms
}

interface Plan {
  readonly id: string
  readonly label: string
  readonly description: string
  readonly cases: readonly Case[]
  readonly options?: OmsOptions
  readonly roughSubOrders?: readonly RoughRow[]
  readonly roughLines?: readonly RoughRow[]
}

/** Long enough to see a row being sent, and too short to be a wait. */
const USUAL_DELAY_MS = 150
/** The published leg to a channel may take 45 s; this is a bad hour, not the worst one. */
const SLOW_DELAY_MS = 1500

const plans: readonly Plan[] = [
  {
    id: 'all-well',
    label: 'All well',
    description: 'Every sub-order of the sheets is cancelled.',
    cases: createCases({ fine: 88, twoLines: 60 }),
  },
  {
    id: 'some-refused',
    label: 'Some refused',
    description: 'The OMS refuses a part for all its reasons, and a few rows of the sheets cannot be sent.',
    cases: createCases({
      fine: 50,
      twoLines: 27,
      picklistOut: 37,
      invoiced: 12,
      alreadyCancelled: 6,
      channelRefuses: 4,
      tooMany: 5,
      unknownSku: 3,
      notFound: 3,
    }),
    roughSubOrders: [
      { at: 0, cells: ['EXAMPLE', '', ''] },
      { at: 9, cells: ['1.25323E+09', 'Myntra', '16837253779671050215'] },
      { at: 23, cells: ['', 'Flipkart', '16837253779671121486'] },
      { at: 31, cells: ['1253231242', 'Amazon', '16837253779671050215'] },
      { at: 58, cells: ['SO 1253232/17', 'Ajio', '16837253779671224433'] },
    ],
    roughLines: [
      { at: 6, cells: ['1253239001', '8647326934', '0', 'Myntra'] },
      { at: 14, cells: ['1253239002', '8647326940', '2', 'Flipkart'] },
      { at: 15, cells: ['1253239002', '8647326940', '1', 'Flipkart'] },
      { at: 40, cells: ['1253239003', '', '1', 'Amazon'] },
    ],
  },
  {
    id: 'rate-limited',
    label: 'Rate limited',
    description: 'Every 12th call is answered 429: twice with “Retry-After: 3”, then once without, in turn.',
    cases: createCases({ fine: 40, twoLines: 20 }),
    options: { rateLimitEvery: 12, retryAfter: ['3', '3', null] },
  },
  {
    id: 'session-expires',
    label: 'Session expires',
    description: 'After 20 sub-orders every call is answered 401 until you sign in again here.',
    cases: createCases({ fine: 40, twoLines: 20 }),
    options: { sessionEndsAfter: 20 },
  },
  {
    id: 'server-down',
    label: 'Server down',
    description: 'After 15 sub-orders every call is answered 503 until you bring the server back here.',
    cases: createCases({ fine: 30, twoLines: 20 }),
    options: { downAfter: 15 },
  },
  {
    id: 'slow',
    label: 'Slow',
    description: 'Each call takes 1.5 seconds.',
    cases: createCases({ fine: 20, twoLines: 5 }),
    options: { delayMs: SLOW_DELAY_MS },
  },
]

export const scenarios: readonly Scenario[] = plans.map(createScenario)

/** The scenario of that ID; the first one where there is none. */
export function findScenario(id: string | null): Scenario {
  const scenario = scenarios.find((one) => one.id === id) ?? scenarios[0]
  if (!scenario) throw new Error('There is no scenario')
  return scenario
}

function createScenario(plan: Plan): Scenario {
  const present = plan.cases.filter((one) => !one.missing)
  return {
    id: plan.id,
    label: plan.label,
    description: plan.description,
    subOrdersCsv: writeSubOrdersSheet(
      plan.cases.map((one) => one.order),
      plan.roughSubOrders,
    ),
    lineItemsCsv: writeLineItemsSheet(
      plan.cases.flatMap((one) => one.lines),
      plan.roughLines,
    ),
    createOms: (more) =>
      createPretendOms({
        subOrders: present.map((one) => one.order),
        missing: plan.cases.filter((one) => one.missing).map((one) => one.order.id),
        knowsEveryId: true,
        delayMs: USUAL_DELAY_MS,
        ...plan.options,
        ...more,
      }),
  }
}
