import { Radio, Tabs } from 'antd'
import { useId } from 'react'
import { useAppDispatch, useAppSelector } from '../../store/hooks'
import { type CancellationType, cancellationTypeChosen, tabChosen } from '../../store/slices/viewSlice'
import { History } from '../history/History'
import { Deferred } from '../frame/Deferred'
import { Notice } from '../kit/Notice'
import { OtherTabNotice } from '../run/OtherTabNotice'
import { SheetPanel } from './SheetPanel'
import { SinglePanel } from '../single/SinglePanel'
import * as frame from '../frame/frame.module.css'
import * as kit from '../kit/kit.module.css'
import * as styles from './app.module.css'
import { useMessages } from '../frame/useMessages'
import type { SheetKind } from '../../domain/sheet/columnMeaning'

function isSheetKind(key: string): key is SheetKind {
  return key === 'sub-orders' || key === 'line-items'
}

function SubOrdersTab({ isAllowed }: { isAllowed: boolean }) {
  const messages = useMessages()
  const dispatch = useAppDispatch()
  const type = useAppSelector((state) => state.view.cancellationType)
  const labelId = useId()
  const choices: { value: CancellationType; label: string }[] = [
    { value: 'multiple', label: messages.multiple },
    { value: 'single', label: messages.single },
  ]
  return (
    <>
      <div className={styles.typeChoice}>
        <span id={labelId} className={styles.label}>
          {messages.cancellationType}
        </span>
        <Radio.Group
          aria-labelledby={labelId}
          options={choices}
          value={type}
          onChange={({ target }) =>
            dispatch(cancellationTypeChosen(target.value === 'single' ? 'single' : 'multiple'))
          }
        />
      </div>
      {type === 'multiple' ? (
        <SheetPanel kind="sub-orders" isAllowed={isAllowed} />
      ) : (
        <SinglePanel isAllowed={isAllowed} />
      )}
    </>
  )
}

function LineItemsTab({ isAllowed }: { isAllowed: boolean }) {
  const messages = useMessages()
  return (
    <>
      <Notice tone="info" role="note">
        <p>{messages.lineItemsNote}</p>
      </Notice>
      <SheetPanel kind="line-items" isAllowed={isAllowed} />
    </>
  )
}

function Tasks({ isAllowed }: { isAllowed: boolean }) {
  const messages = useMessages()
  const dispatch = useAppDispatch()
  const tab = useAppSelector((state) => state.view.tab)
  return (
    <Tabs
      activeKey={tab}
      onChange={(key) => isSheetKind(key) && dispatch(tabChosen(key))}
      destroyOnHidden
      animated={false}
      // antd's own icon has an English name.
      more={{
        icon: (
          <>
            <span aria-hidden="true">…</span>
            <span className={kit.srOnly}>{messages.moreTabs}</span>
          </>
        ),
      }}
      items={[
        {
          key: 'sub-orders',
          label: messages.tabs['sub-orders'],
          children: <SubOrdersTab isAllowed={isAllowed} />,
        },
        {
          key: 'line-items',
          label: messages.tabs['line-items'],
          children: <LineItemsTab isAllowed={isAllowed} />,
        },
      ]}
    />
  )
}

/** The whole screen. */
export function Page({ isAllowed }: { isAllowed: boolean }) {
  const messages = useMessages()
  const isUserHere = useAppSelector((state) => state.view.isUserHere)
  const keeping = useAppSelector((state) => state.journal.keeping)
  return (
    <div className={frame.page}>
      <header className={styles.pageHeader}>
        <h1 tabIndex={-1}>{messages.title}</h1>
        <p className={kit.quiet}>{messages.intro}</p>
      </header>
      {isUserHere ? (
        <>
          {!isAllowed && (
            <Notice tone="warning" icon="lock" role="alert" title={messages.denied.title}>
              <p>{messages.denied.text}</p>
            </Notice>
          )}
          {keeping === 'newer' && (
            <Notice tone="error" role="alert" title={messages.refused.newer.title}>
              <p>{messages.refused.newer.text}</p>
            </Notice>
          )}
          <OtherTabNotice />
          <Deferred>
            <Tasks isAllowed={isAllowed} />
            <History />
          </Deferred>
        </>
      ) : (
        <Notice tone="info" icon="lock" role="alert" title={messages.userLeft.title}>
          <p>{messages.userLeft.text}</p>
        </Notice>
      )}
    </div>
  )
}
