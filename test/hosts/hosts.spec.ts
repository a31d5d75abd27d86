import { hostCases } from './cases'
import { testHost } from './testHost'

for (const host of hostCases) testHost(host)
