import { runTogether } from './runTogether'

runTogether('build')
