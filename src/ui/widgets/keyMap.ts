/** What each key does, once for the listener and for the help. */
export interface KeyBinding {
  keys: string[]
  action: KeyAction
  label: string
}

export type KeyAction =
  | 'play'
  | 'stepMessage'
  | 'stepEvent'
  | 'stepFact'
  | 'stepBack'
  | 'home'
  | 'help'
  | 'lock'
  | 'unfold'
  | 'scenarios'
  | 'hands'
  | 'undo'
  | 'redo'
  | 'faults'
  | 'why'
  | 'facts'
  | 'volume'
  | 'console'
  | 'rows'
  | 'placement'
  | 'migrate'
  | 'create'
  | 'verdict'
  | 'bill'
  | 'charts'
  | 'healAll'
  | 'stopWhen'
  | 'neighbours'
  | 'scaleOut'
  | 'durability'
  | 'writePath'
  | 'narration'
  | 'spacetime'
  | 'nextConflict'
  | 'nextFault'
  | 'nextFailover'
  | 'nextScaling'
  | 'nextMark'
  | 'previousMark'
  | 'whichRange'
  | 'curve'
  | 'compare'
  | 'knowledge'
  | 'inside'
  | 'palette'
  | 'projector'

export const keyMap: KeyBinding[] = [
  { keys: [' '], action: 'play', label: 'Play or pause' },
  { keys: ['ArrowRight', '.'], action: 'stepMessage', label: 'Step to the next message' },
  { keys: ['ArrowDown', ';'], action: 'stepFact', label: 'Step to the next fact' },
  { keys: ['ArrowUp', ':'], action: 'stepEvent', label: 'Step to the next event' },
  { keys: ['ArrowLeft', ','], action: 'stepBack', label: 'A moment back' },
  { keys: [']'], action: 'nextMark', label: 'To the next marked moment' },
  { keys: ['['], action: 'previousMark', label: 'To the marked moment before' },
  { keys: ['1'], action: 'nextConflict', label: 'To the next conflict' },
  { keys: ['2'], action: 'nextFault', label: 'To the next fault' },
  { keys: ['3'], action: 'nextFailover', label: 'To the next failover' },
  { keys: ['4'], action: 'nextScaling', label: 'To the next scaling' },
  { keys: ['b'], action: 'stopWhen', label: 'Stop when… (a breakpoint)' },
  { keys: ['Home', '0'], action: 'home', label: 'Back to the opening instant' },
  { keys: ['u'], action: 'unfold', label: 'Show or hide the log points' },
  { keys: ['s'], action: 'scenarios', label: 'Scenarios' },
  { keys: ['5'], action: 'hands', label: 'By hand: drag, drop and cut on the stage' },
  { keys: ['Ctrl Z'], action: 'undo', label: 'Take back the last change by hand (also ⌘ Z)' },
  { keys: ['Ctrl Shift Z'], action: 'redo', label: 'Do it again (also ⌘ ⇧ Z)' },
  { keys: ['f'], action: 'faults', label: 'Faults' },
  { keys: ['w'], action: 'why', label: 'Why' },
  { keys: ['a'], action: 'facts', label: 'Facts' },
  { keys: ['v'], action: 'volume', label: 'Volume: quorums, members, steps, log points' },
  { keys: ['q'], action: 'console', label: 'SQL console' },
  { keys: ['r'], action: 'rows', label: 'Rows and locks' },
  { keys: ['j'], action: 'verdict', label: 'Verdict: judge the run' },
  { keys: ['$'], action: 'bill', label: 'The bill: what it costs, and as another cluster' },
  { keys: ['m'], action: 'placement', label: 'Placement: the map of who goes where' },
  { keys: ['g'], action: 'migrate', label: 'Change and migrate the cluster' },
  { keys: ['k'], action: 'create', label: 'Create a cluster' },
  { keys: ['c'], action: 'charts', label: 'Charts' },
  { keys: ['h'], action: 'healAll', label: 'Heal everything' },
  { keys: ['n'], action: 'neighbours', label: 'Neighbours: how others decide' },
  { keys: ['x'], action: 'scaleOut', label: 'Does it scale? Throughput measured' },
  { keys: ['i'], action: 'writePath', label: 'What crosses the network? I/Os beside a MySQL' },
  { keys: ['y'], action: 'durability', label: 'How long do copies last? Durability reckoned' },
  { keys: ['l'], action: 'lock', label: 'Lock or unlock the stage' },
  { keys: ['t'], action: 'narration', label: 'What happens, told in sentences' },
  { keys: ['d'], action: 'spacetime', label: 'Space and time: who sent what to whom' },
  { keys: ['z'], action: 'whichRange', label: 'Which range? A day played for several' },
  { keys: ['e'], action: 'curve', label: 'Draw the load by hand' },
  { keys: ['='], action: 'compare', label: 'Compare two clusters on one clock' },
  { keys: ['o'], action: 'knowledge', label: 'What this node knows: look through its eyes' },
  { keys: ['+'], action: 'inside', label: 'Look inside what is focused or chosen (Esc: back)' },
  { keys: ['p'], action: 'projector', label: 'Projector: large words, strong colours' },
  { keys: ['/'], action: 'palette', label: 'Do anything by its name (also Ctrl K or ⌘ K)' },
  { keys: ['?'], action: 'help', label: 'This help' },
]

export function actionOf(key: string): KeyAction | null {
  const lower = key.length === 1 ? key.toLowerCase() : key
  return keyMap.find(({ keys }) => keys.includes(lower))?.action ?? null
}
