import { runTogether } from './runTogether'

runTogether('domain')
