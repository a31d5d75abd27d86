import { buildPlugin, buildShell, buildStandalone } from '../../mocks/build'

/** Before the first end-to-end test: whatever is out of date is built, and the tests meet the files users get. */
export default async function buildAll(): Promise<void> {
  // One after the other: two builds of this folder would write the federation's files over each other.
  await buildPlugin()
  await Promise.all([buildShell(), buildStandalone()])
}
