/** The page's own pictograms, drawn in one stroke each; always beside or behind a word. */
const paths = {
  play: 'M7 4.5v15l12-7.5z',
  pause: 'M8 5v14M16 5v14',
  step: 'M5 5v14l9-7zM18 5v14',
  home: 'M18 5v14l-9-7zM5 5v14',
  down: 'M6 9l6 6 6-6',
  close: 'M6 6l12 12M18 6L6 18',
  lock: 'M6 11h12v9H6zM9 11V8a3 3 0 0 1 6 0v3',
  unlock: 'M6 11h12v9H6zM9 11V8a3 3 0 0 1 5.6-1.5',
  unfold: 'M5 7h14M5 12h14M5 17h14M9 4v16',
  theme: 'M12 4a8 8 0 1 0 0 16zM12 4a8 8 0 0 1 0 16',
  keys: 'M9.2 9a3 3 0 1 1 4.2 2.8c-.9.4-1.4 1-1.4 2.2M12 17.5v.5',
  menu: 'M4 7h16M4 12h16M4 17h16',
  story: 'M5 5h14v14H5zM5 10h14M10 10v9',
  door: 'M6 4h9v16H6zM4 20h16M12 12h.01',
  fault: 'M13 3L5 13h6l-1 8 8-11h-6z',
  charts: 'M4 19V5M4 19h16M7 15l4-5 3 3 5-7',
  capacity: 'M12 4a8 8 0 1 0 .01 0M12 8a4 4 0 1 0 .01 0',
  facts: 'M8 6h12M8 12h12M8 18h12M4 6h.01M4 12h.01M4 18h.01',
  volume: 'M5 6h14v4H5zM5 14h4v5H5zM15 14h4v5h-4zM10 16.5h4',
  sql: 'M5 7l5 5-5 5M12 17h7',
  why: 'M12 20v-5M12 15L6 9M12 15l6-6M6 9V5M18 9V5',
  share: 'M8 12h8M13 7l5 5-5 5M6 6v12',
  heal: 'M12 5v14M5 12h14',
} as const

export type IconName = keyof typeof paths

const filled: ReadonlySet<IconName> = new Set(['play'])

export function Icon({ name, size = 18 }: { name: IconName; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill={filled.has(name) ? 'currentColor' : 'none'}
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={paths[name]} />
    </svg>
  )
}
