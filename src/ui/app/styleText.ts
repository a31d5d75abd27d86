import antd from 'antd/dist/antd.css'
import app from './app.module.css'
import cautions from '../cautions/cautions.module.css'
import frame from '../frame/frame.module.css'
import history from '../history/history.module.css'
import intake from '../intake/intake.module.css'
import issues from '../issues/issues.module.css'
import kit from '../kit/kit.module.css'
import run from '../run/run.module.css'
import single from '../single/single.module.css'
import table from '../table/table.module.css'
import unknown from '../unknown/unknown.module.css'

/**
 * The text of all style sheets. Of two rules of equal weight the later one holds: a feature says how the parts of
 * frame, kit and table look in its own place, so its sheet comes after theirs.
 */
export const styleText = [
  antd,
  frame,
  kit,
  table,
  app,
  cautions,
  history,
  intake,
  issues,
  unknown,
  run,
  single,
].join('')
