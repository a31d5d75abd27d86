import type { ReportWords } from '../store/reportWords'
import { findReportWords } from './reportWords'
import { useMessages } from './useMessages'

export function useReportWords(): ReportWords {
  return findReportWords(useMessages().own)
}
