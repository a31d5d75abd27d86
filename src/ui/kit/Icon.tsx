import CheckCircleFilled from '@ant-design/icons-svg/es/asn/CheckCircleFilled'
import CloseCircleFilled from '@ant-design/icons-svg/es/asn/CloseCircleFilled'
import CloseOutlined from '@ant-design/icons-svg/es/asn/CloseOutlined'
import DownloadOutlined from '@ant-design/icons-svg/es/asn/DownloadOutlined'
import DownOutlined from '@ant-design/icons-svg/es/asn/DownOutlined'
import EditOutlined from '@ant-design/icons-svg/es/asn/EditOutlined'
import FileTextOutlined from '@ant-design/icons-svg/es/asn/FileTextOutlined'
import InfoCircleFilled from '@ant-design/icons-svg/es/asn/InfoCircleFilled'
import LockOutlined from '@ant-design/icons-svg/es/asn/LockOutlined'
import MinusCircleOutlined from '@ant-design/icons-svg/es/asn/MinusCircleOutlined'
import PauseCircleFilled from '@ant-design/icons-svg/es/asn/PauseCircleFilled'
import QuestionCircleFilled from '@ant-design/icons-svg/es/asn/QuestionCircleFilled'
import SearchOutlined from '@ant-design/icons-svg/es/asn/SearchOutlined'
import SnippetsOutlined from '@ant-design/icons-svg/es/asn/SnippetsOutlined'
import SyncOutlined from '@ant-design/icons-svg/es/asn/SyncOutlined'
import UploadOutlined from '@ant-design/icons-svg/es/asn/UploadOutlined'
import WarningFilled from '@ant-design/icons-svg/es/asn/WarningFilled'
import type { IconDefinition } from '@ant-design/icons-svg/es/types'
import * as styles from './kit.module.css'

const icons = {
  check: CheckCircleFilled,
  cross: CloseCircleFilled,
  close: CloseOutlined,
  down: DownOutlined,
  download: DownloadOutlined,
  edit: EditOutlined,
  file: FileTextOutlined,
  info: InfoCircleFilled,
  lock: LockOutlined,
  minus: MinusCircleOutlined,
  paste: SnippetsOutlined,
  pause: PauseCircleFilled,
  question: QuestionCircleFilled,
  search: SearchOutlined,
  sync: SyncOutlined,
  upload: UploadOutlined,
  warning: WarningFilled,
} as const satisfies Record<string, IconDefinition>

export type IconName = keyof typeof icons

/** A picture beside a word, never in place of the word. Screen readers skip it, so that names stay exact. */
export function Icon({ name }: { name: IconName }) {
  // @ant-design/icons does not draw it: that package leaves a style tag of its own in the host's head.
  const { icon }: IconDefinition = icons[name]
  if (typeof icon === 'function') return null
  return (
    <svg className={styles.icon} viewBox={icon.attrs.viewBox} aria-hidden="true" focusable="false">
      {icon.children?.map((path) => (
        <path key={path.attrs.d} d={path.attrs.d} />
      ))}
    </svg>
  )
}
