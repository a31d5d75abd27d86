/**
 * The address of a worker's script. The build makes a script of its own wherever one is created with `new`, a relative
 * address and `import.meta.url` (`webpack.config.ts` names this class); how to start it is another matter.
 */
export class WorkerScript {
  constructor(readonly url: URL) {}
}
