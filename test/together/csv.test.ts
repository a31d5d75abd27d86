import { runTogether } from './runTogether'

runTogether('csv')
