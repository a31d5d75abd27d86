import { runTogether } from './runTogether'

runTogether('run')
