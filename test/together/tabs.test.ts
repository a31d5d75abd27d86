import { runTogether } from './runTogether'

runTogether('tabs')
