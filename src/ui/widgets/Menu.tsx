/**
 * A menu at a point of the page. Roles, arrows, letters, Escape and presses elsewhere are those of
 * Radix; it stays on the page and gives the focus to its first item. Loaded with the first menu.
 */
import * as Radix from '@radix-ui/react-dropdown-menu'
import { type FocusEvent, type ReactNode, useId, useRef } from 'react'
import styles from './Menu.module.css'

interface MenuProps {
  /** Pixels from the upper left corner of the page. */
  at: { x: number; y: number }
  /** What it is a menu of. */
  title: ReactNode
  /** Left by a key, so that the focus should go back to where it came from. */
  onLeave: () => void
  /** Closed by anything else. */
  onClose: () => void
  children: ReactNode
}

/** Radix puts the focus on the menu itself unless a key was pressed after it had been loaded. */
function useFirstItem() {
  const isEntered = useRef(false)
  return ({ target, currentTarget }: FocusEvent) => {
    if (isEntered.current || target !== currentTarget) return
    isEntered.current = true
    currentTarget.querySelector<HTMLElement>('[role^=menuitem]')?.focus()
  }
}

export function Menu({ at, title, onLeave, onClose, children }: MenuProps) {
  const id = useId()
  const enter = useFirstItem()
  return (
    <Radix.Root open modal={false} onOpenChange={isOpen => isOpen || onClose()}>
      <Radix.Trigger asChild>
        <span className={styles.point} style={{ left: at.x, top: at.y }} aria-hidden="true" />
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          className={styles.menu}
          aria-labelledby={id}
          align="start"
          collisionPadding={8}
          loop
          onFocus={enter}
          onEscapeKeyDown={onLeave}
          onKeyDown={event => {
            if (event.key === 'Tab') onLeave()
            event.stopPropagation()
          }}
          onCloseAutoFocus={event => event.preventDefault()}
        >
          <Radix.Label id={id} className={styles.title}>
            {title}
          </Radix.Label>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

interface MenuItemProps {
  onRun: () => void
  children: ReactNode
}

export function MenuItem({ onRun, children }: MenuItemProps) {
  return (
    <Radix.Item className={styles.item} onSelect={onRun}>
      {children}
    </Radix.Item>
  )
}

interface MenuCheckProps extends MenuItemProps {
  isOn: boolean
  /** It can be read, not thrown. */
  isLocked: boolean
}

export function MenuCheck({ isOn, isLocked, onRun, children }: MenuCheckProps) {
  return (
    <Radix.CheckboxItem
      className={styles.item}
      checked={isOn}
      aria-disabled={isLocked || undefined}
      onSelect={event => (isLocked ? event.preventDefault() : onRun())}
    >
      {children}
    </Radix.CheckboxItem>
  )
}
