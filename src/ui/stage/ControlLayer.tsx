/** The controls of the stage over its picture, with one tab stop for each kind. */
import { memo, type RefObject, useMemo, useState } from 'react'
import type { TargetId } from '../../engine/contract/ids.ts'
import type { Control, ControlKind } from '../scene/control.ts'
import { isLit } from '../scene/controls/isLit.ts'
import { type ControlActions, ControlMark } from './ControlMark.tsx'

interface ControlLayerProps {
  controls: Control[]
  actions: Omit<ControlActions, 'move'>
  isLocked: boolean
  lit: readonly TargetId[] | undefined
  root: RefObject<SVGSVGElement | null>
}

const noneLit: readonly TargetId[] = []

type TabStops = Partial<Record<ControlKind, string>>

/** The ids in the order of the tab key: the first of each kind until an arrow key moved on. */
function tabStops(controls: Control[], chosen: TabStops): Set<string> {
  const stops: TabStops = {}
  for (const { id, kind } of controls)
    if (stops[kind] === undefined || chosen[kind] === id) stops[kind] = id
  return new Set(Object.values(stops))
}

function neighbour(controls: Control[], { id, kind }: Control, steps: number): Control | undefined {
  const own = controls.filter(control => control.kind === kind)
  const index = own.findIndex(control => control.id === id) + steps
  return own[(index + own.length) % own.length]
}

export const ControlLayer = memo(function ControlLayer(props: ControlLayerProps) {
  const { controls, actions, isLocked, lit = noneLit, root } = props
  const [stops, setStops] = useState<TabStops>({})
  const order = controls.map(({ id }) => id).join(' ')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the order stands for the controls
  const all = useMemo<ControlActions>(() => {
    const move: ControlActions['move'] = (control, steps) => {
      const next = neighbour(controls, control, steps)
      if (next === undefined) return
      setStops(before => ({ ...before, [control.kind]: next.id }))
      root.current?.querySelector<SVGGElement>(`[data-control="${next.id}"]`)?.focus()
    }
    return { ...actions, move }
  }, [actions, root, order])
  const inOrder = tabStops(controls, stops)
  return controls.map(control => (
    <ControlMark
      key={control.id}
      control={control}
      actions={all}
      isTabStop={inOrder.has(control.id)}
      isLocked={isLocked}
      isLit={isLit(control, lit)}
    />
  ))
})
