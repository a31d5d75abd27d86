import { runTogether } from './runTogether'

runTogether('check')
