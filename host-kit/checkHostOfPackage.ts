import { readFile } from 'node:fs/promises'
import { checkHost } from './checkHost'

// In the package the check lies beside the command, as the script that pages import too.
await checkHost(() => readFile(new URL('./check.js', import.meta.url), 'utf8'))
