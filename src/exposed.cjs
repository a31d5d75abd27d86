/**
 * What `./SubOrderCancellation` exposes: the component, as its own default export. A host whose package is an ES module
 * (`"type": "module"`) and whose webpack federates with @module-federation/enhanced gets the whole module of a remote as
 * `default`, and React refuses to render that. So module and default are one and the same here.
 */
const { default: SubOrderCancellation } = require('./SubOrderCancellation')

module.exports = SubOrderCancellation
module.exports.default = SubOrderCancellation
// For loaders that read `default` only where this is said.
Object.defineProperty(SubOrderCancellation, '__esModule', { value: true })
