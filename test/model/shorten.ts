import { runSequence } from './runSequence'
import type { Sequence } from './sequence'

/** The most times that a sequence is played to make it shorter. */
const MOST_TRIES = 500

async function readLaw(some: Sequence): Promise<string | undefined> {
  return (await runSequence(some)).broken[0]?.split(':')[0]
}

/** All sequences that are simpler by one step, the greatest steps first. */
function* simplify({ settings, commands }: Sequence): Generator<Sequence> {
  for (let size = commands.length >> 1; size >= 1; size >>= 1) {
    for (let at = 0; at + size <= commands.length; at += size) {
      yield { settings, commands: [...commands.slice(0, at), ...commands.slice(at + size)] }
    }
  }
  if (settings.choices.length > 0) yield { settings: { ...settings, choices: [] }, commands }
  for (const [at, command] of commands.entries()) {
    const { only, ...rest } = command
    const simpler = [
      ...(only === undefined ? [] : [rest]),
      ...(command.with === 0 ? [] : [{ ...command, with: 0 }]),
      ...(command.tab === 0 ? [] : [{ ...command, tab: 0 }]),
    ]
    for (const one of simpler) yield { settings, commands: commands.with(at, one) }
  }
}

/** @returns a sequence that breaks the same law, in which nothing can be left out or made simpler */
export async function shorten(failing: Sequence): Promise<Sequence> {
  const law = await readLaw(failing)
  let shortest = failing
  let tries = 0
  for (let isShorter = true; isShorter; ) {
    isShorter = false
    for (const simpler of simplify(shortest)) {
      tries += 1
      if (tries > MOST_TRIES) return shortest
      if ((await readLaw(simpler)) !== law) continue
      shortest = simpler
      isShorter = true
      break
    }
  }
  return shortest
}
