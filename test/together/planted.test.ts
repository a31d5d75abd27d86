import { runTogether } from './runTogether'

runTogether('planted')
