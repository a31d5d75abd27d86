import { perform } from './commands'
import { concludeWorld } from './conclude'
import type { Sequence } from './sequence'
import { World } from './world'
import { installTimers } from './worldTime'

/** What came of a sequence: the laws it broke, and what it came by. */
export interface Conclusion {
  readonly broken: readonly string[]
  readonly world: World
}

/** Lives through a sequence in a world of its own, up to the first broken law, and to the end of every run. */
export async function runSequence({ settings, commands }: Sequence): Promise<Conclusion> {
  const world = new World(settings)
  const uninstall = installTimers(world.time)
  try {
    for (const command of commands) {
      const broken = await perform(world, command)
      if (broken.length > 0) return { broken, world }
    }
    await concludeWorld(world)
    return { broken: world.laws.broken, world }
  } finally {
    uninstall()
  }
}
