import { runTogether } from './runTogether'

runTogether('host')
