import { perform } from './commands'
import { concludeWorld } from './conclude'
import type { Sequence } from './sequence'
import { World } from './world'
import { installTimers } from './worldTime'

/** The result of a sequence: the laws that it broke, and the moments that it covered. */
export interface Conclusion {
  readonly broken: readonly string[]
  readonly world: World
}

/** Plays a sequence in a world of its own up to the first broken law, or to the end of every run. */
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
