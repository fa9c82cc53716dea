/** The shape of a mark: told apart without colour. */
import type { Mark } from '../../workers/api.ts'

const shapes: Record<Mark['shape'], { path: string; colour: string; isHollow?: boolean }> = {
  fault: { path: 'M6 1L11 11H1z', colour: 'var(--bad)' },
  heal: { path: 'M6 1v10M1 6h10', colour: 'var(--ok)', isHollow: true },
  stall: { path: 'M2 1h3v10H2zM7 1h3v10H7z', colour: 'var(--wait)' },
  resume: { path: 'M2 1l9 5-9 5z', colour: 'var(--ok)' },
  crash: { path: 'M1 1l10 10M11 1L1 11', colour: 'var(--bad)', isHollow: true },
  recovery: { path: 'M10 6a4 4 0 1 1-1.5-3M9 1v2.5H6.5', colour: 'var(--accent)', isHollow: true },
  command: { path: 'M6 1l5 5-5 5-5-5z', colour: 'var(--writer1)' },
  law: { path: 'M4 1h4l3 3v4l-3 3H4L1 8V4z', colour: 'var(--bad)' },
  conflict: { path: 'M1 1l4 5-4 5M11 1L7 6l4 5', colour: 'var(--bad)', isHollow: true },
  scale: { path: 'M6 1l4 4H2zM6 11l4-4H2z', colour: 'var(--writer1)' },
  pause: { path: 'M9 8A5 5 0 1 1 5 1a4 4 0 0 0 4 7z', colour: 'var(--muted)' },
  failover: { path: 'M1 4h9L7 1M11 8H2l3 3', colour: 'var(--accent)', isHollow: true },
  refused: {
    path: 'M1 6a5 5 0 1 0 10 0 5 5 0 1 0-10 0M3 3l6 6',
    colour: 'var(--muted)',
    isHollow: true,
  },
}

export function MarkShape({ shape }: { shape: Mark['shape'] }) {
  const { path, colour, isHollow = false } = shapes[shape]
  return (
    <svg
      width={12}
      height={12}
      viewBox="0 0 12 12"
      fill={isHollow ? 'none' : colour}
      stroke={colour}
      strokeWidth={isHollow ? 2 : 1}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={path} />
    </svg>
  )
}
