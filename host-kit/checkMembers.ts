import type { HostCheck } from '../src/host/validateHost'
import { judgeHost } from '../src/app/judgeHost'
import type { Host } from '../src/host/contract'
import { describeThrown } from '../src/host/describeThrown'
import { checkOptions } from './checkOptions'
import { type Finding, right, unclear, wrong } from './finding'

const PERMISSION = 'sub-order:cancel'

function checkPermission(host: Host): Finding {
  const { can }: { can?: Host['can'] | null } = host
  const what = 'permission'
  if (can === undefined || can === null)
    return unclear(what, 'host.can is absent: everybody may cancel, and the server decides.')
  const fix = `Answer host.can('${PERMISSION}') with true or false, at once.`
  try {
    const answer: unknown = can.call(host, PERMISSION)
    if (typeof answer === 'boolean') return right(what, `host.can('${PERMISSION}') says ${String(answer)}.`)
    const kind = answer instanceof Promise ? 'a promise' : String(answer)
    return wrong(
      what,
      `host.can('${PERMISSION}') gives ${kind}, which is not a yes: nothing can be started.`,
      fix,
    )
  } catch (error) {
    return wrong(what, `host.can('${PERMISSION}') throws: ${describeThrown(error)}.`, fix)
  }
}

type Subscription = 'onSessionChange' | 'blockLeaving'

const ABSENT: Readonly<Record<Subscription, string>> = {
  onSessionChange: 'a run that goes on would not hear that another person has signed in.',
  blockLeaving: 'a portal that loads pages anew by itself does so without a question while calls go out.',
}

function checkSubscription(host: Host, what: Subscription): Finding {
  if (!host[what]) return unclear(what, `host.${what} is absent: ${ABSENT[what]}`)
  const fix = 'Return a function that takes the listener back.'
  try {
    const takeBack: unknown =
      what === 'blockLeaving'
        ? host.blockLeaving?.(() => null, { scope: 'page' })
        : host.onSessionChange?.(() => undefined)
    if (typeof takeBack !== 'function') return wrong(what, `host.${what} returns no function.`, fix)
    ;(takeBack as () => void)()
    return right(what, `host.${what} can be taken back.`)
  } catch (error) {
    return wrong(what, `host.${what} throws: ${describeThrown(error)}.`, fix)
  }
}

function readCheck(host: unknown): HostCheck {
  try {
    return judgeHost(host)
  } catch (error) {
    return { ok: false, faults: [`The host object threw when it was read: ${describeThrown(error)}`] }
  }
}

/** What can be told of a host without a single call. @returns of a host that the screen would refuse, only why */
export function checkMembers(host: unknown): Finding[] {
  const check = readCheck(host)
  if (!check.ok) {
    return check.faults.map((fault) =>
      wrong(
        'host',
        fault,
        'The screen shows this in its own place; see “The host object” in docs/hosting.md.',
      ),
    )
  }
  return [
    right('host', 'Contract, client, user and settings are what the screen needs.'),
    checkPermission(check.host),
    checkSubscription(check.host, 'onSessionChange'),
    checkSubscription(check.host, 'blockLeaving'),
    ...checkOptions(check.host),
  ]
}
