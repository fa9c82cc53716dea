/**
 * The menu of a thing of the stage. Arrows move, Enter does it, Escape, Tab or a press elsewhere
 * closes it, and the focus goes back to the thing.
 */
import { type KeyboardEvent, useEffect, useId, useMemo, useRef } from 'react'
import { toggleFault } from '../store/commands.ts'
import { engineStore } from '../store/engineStore.ts'
import { select } from '../store/select.ts'
import { viewStore } from '../store/viewStore.ts'
import type { MenuWish } from '../scene/menuWish.ts'
import { popupPlace } from '../widgets/placePopup.ts'
import { type MenuItem, menuItems } from './menuItems.ts'
import styles from './StageMenu.module.css'

export function StageMenu() {
  const wish = viewStore(state => state.menu)
  return wish === null ? null : <OpenMenu key={wish.control} wish={wish} />
}

function close(): void {
  viewStore.setState({ menu: null })
}

/** A name of the engine may hold what a selector may not. */
function focusThing({ control }: MenuWish): void {
  document.querySelector<SVGElement>(`[data-control="${CSS.escape(control)}"]`)?.focus()
}

/** Asked of a copy, the newest write of its group. */
function run(item: MenuItem, { subject }: MenuWish): void {
  if ('toggle' in item) toggleFault(item.toggle)
  else if (item.ask === 'missing') {
    viewStore.setState({ selection: subject.split('/')[0] ?? subject, panel: 'why' })
  } else select(subject)
}

function useItems({ subject }: MenuWish): MenuItem[] {
  const description = engineStore(state => state.description)
  const faults = engineStore(state => state.frame?.faults.length)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only faults change what is offered
  return useMemo(() => {
    const { frame } = engineStore.getState()
    return frame === null || description === null ? [] : menuItems(frame, description, subject)
  }, [description, faults, subject])
}

/** Shown above all, beside its point, with the focus on its first item. */
function useShown({ at }: MenuWish) {
  const panel = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const { current } = panel
    if (current === null) return
    current.showPopover()
    const point = { left: at.x, right: at.x, top: at.y - 8, bottom: at.y - 8 }
    const size = { width: current.offsetWidth, height: current.offsetHeight }
    const { left, top } = popupPlace(point, size, { width: innerWidth, height: innerHeight })
    current.style.left = `${left}px`
    current.style.top = `${top}px`
    current.querySelector('button')?.focus()
    const leave = ({ target }: Event) => {
      if (target instanceof Node && !current.contains(target)) close()
    }
    addEventListener('pointerdown', leave, true)
    return () => removeEventListener('pointerdown', leave, true)
  }, [at])
  return panel
}

function nextPlace(key: string, place: number, count: number): number | null {
  if (key === 'ArrowDown') return (place + 1) % count
  if (key === 'ArrowUp') return (place - 1 + count) % count
  if (key === 'Home') return 0
  return key === 'End' ? count - 1 : null
}

function move(event: KeyboardEvent<HTMLElement>): void {
  const items = [...event.currentTarget.querySelectorAll('button')]
  const place = items.findIndex(item => item.matches(':focus'))
  const next = nextPlace(event.key, place, items.length)
  if (next === null) return
  event.preventDefault()
  items[next]?.focus()
}

function OpenMenu({ wish }: { wish: MenuWish }) {
  const items = useItems(wish)
  const panel = useShown(wish)
  const id = useId()
  const leave = () => {
    close()
    focusThing(wish)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the menu inside
    <div
      ref={panel}
      popover="manual"
      className={styles.panel}
      onKeyDown={event => {
        if (event.key === 'Escape' || event.key === 'Tab') {
          event.preventDefault()
          leave()
        } else move(event)
        event.stopPropagation()
      }}
    >
      <p id={id} className={styles.name}>
        <strong>{wish.name}</strong> {wish.description}
      </p>
      <div role="menu" aria-labelledby={id} className={styles.items}>
        {items.map(item => (
          <Item
            key={item.id}
            item={item}
            onRun={() => {
              leave()
              run(item, wish)
            }}
          />
        ))}
      </div>
    </div>
  )
}

interface ItemProps {
  item: MenuItem
  onRun: () => void
}

function Item({ item, onRun }: ItemProps) {
  if ('toggle' in item) {
    return <FaultItem name={item.name} isInForce={item.toggle.isInForce} onRun={onRun} />
  }
  return (
    <button type="button" role="menuitem" tabIndex={-1} className={styles.item} onClick={onRun}>
      {item.name}
    </button>
  )
}

interface FaultItemProps {
  name: string
  isInForce: boolean
  onRun: () => void
}

function FaultItem({ name, isInForce, onRun }: FaultItemProps) {
  const isLocked = viewStore(state => state.isLocked)
  return (
    <button
      type="button"
      role="menuitemcheckbox"
      aria-checked={isInForce}
      aria-disabled={isLocked || undefined}
      tabIndex={-1}
      className={styles.item}
      onClick={isLocked ? undefined : onRun}
    >
      <span>{name}</span>
      <small>{isInForce ? 'heal' : 'break'}</small>
    </button>
  )
}
