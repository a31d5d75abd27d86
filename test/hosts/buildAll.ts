import { buildPlugin } from '../../mocks/build'

/** Before the first host: the artefact, as hosts get it. Each test builds its own host. */
export default function buildAll(): Promise<void> {
  return buildPlugin()
}
