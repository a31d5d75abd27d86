import { resolve } from 'node:path'
import { bundleCheck } from '../webpack/packageFiles'
import { checkHost } from './checkHost'

await checkHost(() => bundleCheck(resolve(import.meta.dirname, '..')))
