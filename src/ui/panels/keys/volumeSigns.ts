/** What a column or a node of the shared volume wears while something ails it or it changes. */
import { moved, signPaths } from '../../theme/signPaths.ts'
import type { Sign, SignPath } from './sign.ts'

const centre = { x: 0, y: 0 }
const column = 'M-6 -8h12v16h-12z'

function stroke(d: string, colour: string, more: Partial<SignPath> = {}): SignPath {
  return { d, fill: 'none', stroke: `var(--${colour})`, strokeWidth: 1.8, ...more }
}

function sign(words: string, ...paths: SignPath[]): Sign {
  return { words, className: '', paths }
}

const disk = stroke(moved(signPaths.disk, centre), 'wait')
const page = `${moved(signPaths.page, centre)}${moved(signPaths.crack, centre)}`

/** Of the bar of a patch. */
function cell(x: number, colour: string, more: Partial<SignPath> = {}): SignPath {
  return stroke(`M${x} -4h5v8h-5z`, colour, { strokeWidth: 1, ...more })
}

function diskWith(path: string): SignPath[] {
  return [disk, stroke(moved(path, { x: 0, y: 2 }), 'bad')]
}

export const memberSigns: Sign[] = [
  sign('a copy lost for good', stroke('M-6 -8l12 16m0 -16l-12 16', 'bad', { strokeWidth: 3 })),
  sign(
    'a new copy fills from a peer',
    stroke(column, 'durable'),
    stroke('M-6 2h12v6h-12z', 'durable', { fill: 'var(--durable)' }),
  ),
  sign('keeps pages and log (full)', stroke(column, 'text', { strokeWidth: 2.6 })),
  sign('keeps the log only (tail)', stroke(column, 'muted', { strokeWidth: 1 })),
]

export const nodeSigns: Sign[] = [
  sign('a slow disk', ...diskWith(signPaths.slow)),
  sign('a congested disk: some writes take longer', ...diskWith(signPaths.spikes)),
  sign('a failing disk: some writes are not kept', ...diskWith(signPaths.fails)),
  sign(
    'a damaged page: you know of it, its node does not',
    stroke(page, 'bad', { strokeDasharray: '1.5 2.5' }),
  ),
  sign('a damaged page that its node has found', stroke(page, 'bad')),
  sign('a node that is slow in all it does', stroke(moved(signPaths.clock, centre), 'wait')),
  sign('a node that is too hot', stroke(moved(signPaths.heat, centre), 'wait')),
  sign('a node being patched', stroke(moved(signPaths.wrench, centre), 'wait')),
  sign('patched', stroke(moved(signPaths.tick, centre), 'ok')),
  sign(
    'a patch, node by node: done, away, due',
    cell(-9, 'ok', { fill: 'var(--ok)' }),
    cell(-2.5, 'wait', { fill: 'var(--wait)' }),
    cell(4, 'muted'),
  ),
  sign('a copy that delays its answers', stroke(moved(signPaths.pinch, centre), 'wait')),
]
