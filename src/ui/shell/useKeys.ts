/**
 * The keys of the page. A control that has the focus keeps the keys it knows itself: the stage
 * its arrows, a button its space, a field everything.
 */
import { useEffect } from 'react'
import { goHome, healAll, step, stepBack, togglePlay } from '../store/commands.ts'
import { redo, undo } from '../store/takeBack.ts'
import { viewStore } from '../store/viewStore.ts'
import { actionOf, type KeyAction } from '../widgets/keyMap.ts'
import { takeEarlyKeys } from './earlyKeys.ts'
import { toggleProjector } from '../store/looks.ts'
import { toggleCharts, toggleLock, togglePanel, toggleUnfolded } from './toggles.ts'

export const keyActions: Record<KeyAction, () => void> = {
  play: togglePlay,
  stepMessage: () => void step('message'),
  stepEvent: () => void step('event'),
  stepFact: () => void step('fact'),
  stepBack,
  home: goHome,
  help: () => viewStore.setState({ dialog: 'keys' }),
  lock: toggleLock,
  unfold: toggleUnfolded,
  scenarios: () => viewStore.setState({ dialog: 'scenarios' }),
  hands: () => togglePanel('hands'),
  undo: () => void undo(),
  redo: () => void redo(),
  faults: () => togglePanel('faults'),
  why: () => togglePanel('why'),
  facts: () => togglePanel('facts'),
  volume: () => togglePanel('volume'),
  console: () => togglePanel('console'),
  rows: () => togglePanel('rows'),
  placement: () => togglePanel('placement'),
  migrate: () => togglePanel('migrate'),
  create: () => viewStore.setState({ dialog: 'create' }),
  verdict: () => togglePanel('verdict'),
  bill: () => togglePanel('bill'),
  charts: toggleCharts,
  healAll,
  writePath: () => viewStore.setState({ dialog: 'writePath' }),
  durability: () => viewStore.setState({ dialog: 'durability' }),
  scaleOut: () => viewStore.setState({ dialog: 'scaleOut' }),
  neighbours: () => viewStore.setState({ dialog: 'neighbours' }),
  narration: () => togglePanel('narration'),
  spacetime: () => togglePanel('spacetime'),
  nextConflict: () => jump(its => void its.nextMoment('conflict')),
  nextFault: () => jump(its => void its.nextMoment('fault')),
  nextFailover: () => jump(its => void its.nextMoment('failover')),
  nextScaling: () => jump(its => void its.nextMoment('scaling')),
  nextMark: () => jump(its => its.nextMark()),
  previousMark: () => jump(its => its.previousMark()),
  curve: () => togglePanel('curve'),
  knowledge: () => togglePanel('knowledge'),
  inside: () =>
    void import('../stage/zoom/lookInsideChosen.ts').then(its => its.lookInsideChosen()),
  compare: () => togglePanel('compare'),
  whichRange: () => viewStore.setState({ dialog: 'whichRange' }),
  palette: () => viewStore.setState({ dialog: 'palette' }),
  projector: () => void toggleProjector(),
  stopWhen: () => viewStore.setState({ dialog: 'stopWhen' }),
}

/** Ways to marked moments are loaded with the first of them. */
function jump(go: (ways: typeof import('../store/jumpToMark.ts')) => void): void {
  void import('../store/jumpToMark.ts').then(go)
}

const fields = 'textarea, select, [contenteditable], input:not([type=range])'
const pressed = 'button, a, summary, [role=button], [role=menuitem]'
const slid = 'input[type=range], [role=slider]'
const moved = `[role=application], .stage svg, [role=menu], ${slid}`

/** True when the focused element has a use of its own for this key. */
function isTaken(key: string, target: Element): boolean {
  if (target.closest(fields) !== null) return true
  if (key === ' ') return target.closest(pressed) !== null
  if (key === 'Home') return target.closest(slid) !== null
  return key.startsWith('Arrow') && target.closest(moved) !== null
}

/** Everywhere, even in a field: the key by which other tools open such a list too. */
function opensPalette({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean {
  return (ctrlKey || metaKey) && !altKey && !shiftKey && key.toLowerCase() === 'k'
}

/** Not in a field, which takes back what is typed. */
function takesBack({ key, ctrlKey, metaKey, altKey, target }: KeyboardEvent): boolean {
  const isTyping = target instanceof Element && target.closest(fields) !== null
  return (ctrlKey || metaKey) && !altKey && !isTyping && key.toLowerCase() === 'z'
}

function press(event: KeyboardEvent): void {
  if (opensPalette(event) && viewStore.getState().dialog === null) {
    event.preventDefault()
    keyActions.palette()
    return
  }
  if (takesBack(event) && viewStore.getState().dialog === null) {
    event.preventDefault()
    return event.shiftKey ? keyActions.redo() : keyActions.undo()
  }
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
  if (viewStore.getState().dialog !== null) return
  const target = event.target instanceof Element ? event.target : document.body
  const action = actionOf(event.key)
  if (action === null || isTaken(event.key, target)) return
  event.preventDefault()
  keyActions[action]()
}

/** While a dialog is on its way, keys are not for what lies under it. */
function wait(event: KeyboardEvent): void {
  if (viewStore.getState().dialog === null || document.querySelector('dialog[open]')) return
  event.preventDefault()
  event.stopPropagation()
}

export function useKeys(): void {
  useEffect(() => {
    addEventListener('keydown', wait, true)
    takeEarlyKeys().forEach(press)
    addEventListener('keydown', press)
    document.documentElement.dataset.keys = 'heard'
    return () => {
      removeEventListener('keydown', wait, true)
      removeEventListener('keydown', press)
    }
  }, [])
}
