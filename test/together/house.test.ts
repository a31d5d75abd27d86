import { runTogether } from './runTogether'

runTogether('house')
