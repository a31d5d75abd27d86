import { runTogether } from './runTogether'

runTogether('model')
