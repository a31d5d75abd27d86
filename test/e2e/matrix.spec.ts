import { hostCases } from '../hosts/cases'
import { testHost } from '../hosts/testHost'

for (const host of hostCases.filter(({ isInShort }) => isInShort)) testHost(host)
