import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describeTexts } from './describeTexts'

writeFileSync(join(import.meta.dirname, '../../docs/texts.md'), describeTexts())
