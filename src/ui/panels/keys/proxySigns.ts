/** A proxy between applications and their writer. */
import type { Sign } from './sign.ts'

const corners = 'M-8 -4.5l8 -4.5l8 4.5v9l-8 4.5l-8 -4.5z'
const paint = { d: corners, fill: 'var(--raise)', strokeWidth: 1.5 }

export const proxySigns: Sign[] = [
  {
    words: 'it sends requests to the writer by connections that are open already',
    className: '',
    paths: [{ ...paint, stroke: 'var(--muted)' }],
  },
  {
    words: 'it has no writer: requests wait with it, and are not lost',
    className: '',
    paths: [{ ...paint, stroke: 'var(--wait)', strokeDasharray: '3 2' }],
  },
]
