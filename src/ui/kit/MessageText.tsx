import { Button, Modal } from 'antd'
import { useLayoutEffect, useRef, useState } from 'react'
import { Scope } from '../frame/Scope'
import * as styles from './kit.module.css'
import { useLayer } from '../frame/useLayer'
import { useMessages } from '../frame/useMessages'

function MessageWindow({ text, onClose }: { text: string; onClose: () => void }) {
  const { table } = useMessages()
  return (
    <Modal
      open
      title={table.fullMessage}
      closable={false}
      getContainer={useLayer()}
      onCancel={onClose}
      footer={<Button onClick={onClose}>{table.close}</Button>}
    >
      <Scope>
        <p className={styles.fullMessage}>{text}</p>
      </Scope>
    </Modal>
  )
}

/** A server's message in two lines. A button opens the whole message where it does not fit. */
export function MessageText({ text }: { text: string }) {
  const messages = useMessages()
  const line = useRef<HTMLSpanElement>(null)
  const [isCut, setIsCut] = useState(false)
  const [isOpen, setIsOpen] = useState(false)
  useLayoutEffect(() => {
    const box = line.current
    if (!box) return undefined
    const measure = () => setIsCut(box.scrollHeight > box.clientHeight + 1)
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(box)
    return () => observer.disconnect()
  }, [text])
  if (text === '') return null
  return (
    <span className={styles.message}>
      <span ref={line} className={styles.clamp}>
        {text}
      </span>
      {isCut && (
        <button type="button" className={styles.more} onClick={() => setIsOpen(true)}>
          {messages.table.more}
        </button>
      )}
      {isOpen && <MessageWindow text={text} onClose={() => setIsOpen(false)} />}
    </span>
  )
}
