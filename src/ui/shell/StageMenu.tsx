/** The menu of a thing of the stage: what can be asked about it, and the faults that fit it. */
import { useMemo } from 'react'
import type { MenuWish } from '../scene/menuWish.ts'
import { changeByHand } from '../store/byHand.ts'
import { toggleFault } from '../store/commands.ts'
import { goInsideTarget } from '../stage/zoom/goInside.ts'
import { engineStore } from '../store/engineStore.ts'
import { select } from '../store/select.ts'
import { viewStore } from '../store/viewStore.ts'
import { Menu, MenuCheck, MenuItem } from '../widgets/Menu.tsx'
import { type MenuItem as Offer, menuItems } from './menuItems.ts'

export function StageMenu() {
  const wish = viewStore(state => state.menu)
  return wish === null ? null : <OpenMenu key={wish.control} wish={wish} />
}

function close(): void {
  viewStore.setState({ menu: null })
}

/** Back to the thing. A name of the engine may hold what a selector may not. */
function leave({ control }: MenuWish): void {
  close()
  document.querySelector<SVGElement>(`[data-control="${CSS.escape(control)}"]`)?.focus()
}

/** As if it had been dragged there. */
function send(workload: string, on: string): void {
  void changeByHand([{ do: 'SetPlacement', workload, on }], `${workload} goes to ${on}.`)
}

/** Asked of a copy, the newest write of its group. */
function run(item: Offer, { control, subject }: MenuWish): void {
  if ('toggle' in item) toggleFault(item.toggle)
  else if ('send' in item) send(subject, item.send)
  else if (item.ask === 'inside') goInsideTarget(control)
  else if (item.ask === 'missing') {
    viewStore.setState({ selection: subject.split('/')[0] ?? subject, panel: 'why' })
  } else select(subject)
}

function useItems({ control, subject }: MenuWish): Offer[] {
  const description = engineStore(state => state.description)
  const faults = engineStore(state => state.frame?.faults.length)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only faults change what is offered
  return useMemo(() => {
    const { frame } = engineStore.getState()
    if (frame === null || description === null) return []
    return menuItems(frame, description, subject, control)
  }, [description, faults, subject, control])
}

function OpenMenu({ wish }: { wish: MenuWish }) {
  const isLocked = viewStore(state => state.isLocked)
  const items = useItems(wish)
  const title = (
    <>
      <strong>{wish.name}</strong> {wish.description}
    </>
  )
  return (
    <Menu at={wish.at} title={title} onLeave={() => leave(wish)} onClose={close}>
      {items.map(item => (
        <Item
          key={item.id}
          {...{ item, isLocked }}
          onRun={() => {
            leave(wish)
            run(item, wish)
          }}
        />
      ))}
    </Menu>
  )
}

interface ItemProps {
  item: Offer
  isLocked: boolean
  onRun: () => void
}

function Item({ item, isLocked, onRun }: ItemProps) {
  if (!('toggle' in item)) return <MenuItem onRun={onRun}>{item.name}</MenuItem>
  const { isInForce } = item.toggle
  return (
    <MenuCheck isOn={isInForce} {...{ isLocked, onRun }}>
      <span>{item.name}</span>
      <small>{isInForce ? 'heal' : 'break'}</small>
    </MenuCheck>
  )
}
