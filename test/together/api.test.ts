import { runTogether } from './runTogether'

runTogether('api')
