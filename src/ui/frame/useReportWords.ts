import type { ReportWords } from '../../csv/report/reportWords'
import { findReportWords } from '../../texts/reportWords'
import { useMessages } from './useMessages'

export function useReportWords(): ReportWords {
  return findReportWords(useMessages().own)
}
