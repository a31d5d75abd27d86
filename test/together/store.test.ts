import { runTogether } from './runTogether'

runTogether('store')
