import { runTogether } from './runTogether'

runTogether('mocks')
