import type { EnvironmentContext, JestEnvironmentConfig } from '@jest/environment'
import JsdomEnvironment from '@jest/environment-jsdom-abstract'
import * as jsdom from 'jsdom'

/** jsdom as it comes: what the developers of a host have in their own tests. */
class PlainPage extends JsdomEnvironment {
  constructor(config: JestEnvironmentConfig, context: EnvironmentContext) {
    super(config, context, jsdom)
  }
}

// Jest asks for the default export.
export default PlainPage
