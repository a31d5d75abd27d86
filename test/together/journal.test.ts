import { runTogether } from './runTogether'

runTogether('journal')
