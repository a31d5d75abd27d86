import buildAll from './buildAll'

/** For `npm test`, which builds the pages of the end-to-end tests while other tests run. */
await buildAll()
