import { buildPlugin, buildShell, buildStandalone } from '../../mocks/build'

/** Before the first end-to-end test: whatever is out of date is built, and the tests meet the files users get. */
export default async function buildAll(): Promise<void> {
  await Promise.all([buildPlugin(), buildShell()])
  await buildStandalone()
}
