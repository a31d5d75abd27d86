import { runTogether } from './runTogether'

runTogether('ui')
