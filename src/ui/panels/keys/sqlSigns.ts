/** What sessions of typed SQL wear, and pages with locks. */
import { moved } from '../../theme/signPaths.ts'
import { type SqlSign, sqlSignPaths } from '../../theme/sqlSignPaths.ts'
import type { Sign, SignPath } from './sign.ts'

const centre = { x: 0, y: 0 }

function session(name: SqlSign, words: string, colour = 'text', isFilled = false): Sign {
  const d = moved(sqlSignPaths[name], centre)
  const ink = `var(--${colour})`
  const path: SignPath = { d, fill: isFilled ? ink : 'none', stroke: ink, strokeWidth: 1.5 }
  return { words, className: '', paths: [path] }
}

export const sqlSigns: Sign[] = [
  session('idle', 'a session without a transaction'),
  session('open', 'a session in a transaction', 'text', true),
  session('running', 'a session whose statement runs', 'text', true),
  session('waiting', 'a session that waits', 'wait'),
  session('failed', 'a session that failed', 'bad'),
  session('lock', 'a page with locks'),
]
