import { runTogether } from './runTogether'

runTogether('reading')
