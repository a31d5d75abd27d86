import { runTogether } from './runTogether'

runTogether('xlsx')
