/** The signs of the shared volume, drawn around where the pen stands, about 14 pixels wide. */

export const signPaths = {
  /** A disk as a drum. */
  disk: 'm-6 -4a6 2.4 0 0 1 12 0v8a6 2.4 0 0 1 -12 0zm0 0a6 2.4 0 0 0 12 0',
  slow: 'm0 -1v3.5h3',
  spikes: 'm-4.5 3l2 -1l1.5 -4l2 5.5l1.5 -2.5h2',
  fails: 'm-2.6 -1l5.2 5m0 -5l-5.2 5',
  /** Three waves of heat. */
  heat: 'm-5 6q3 -3 0 -6t0 -6m5 12q3 -3 0 -6t0 -6m5 12q3 -3 0 -6t0 -6',
  clock: 'm-6.5 0a6.5 6.5 0 1 0 13 0a6.5 6.5 0 1 0 -13 0m6.5 -4v4l3 1.8',
  wrench: 'm-5 5l6 -6m-1 -1a3.6 3.6 0 0 1 4.6 -4.2l-2.2 2.4l1.4 1.6l2.4 -2a3.6 3.6 0 0 1 -4.6 4.4',
  tick: 'm-4.5 0l3 3.5l6 -7',
  /** A page with a crack. */
  page: 'm-6 -7h8l4 4v10h-12z',
  crack: 'm-1 -6l2 4l-4 2.5l3.5 2.5l-2 3.5',
  /** A pipe that is pinched. */
  pinch: 'm-7 -5q7 4 14 0m-14 10q7 -4 14 0',
} as const

export function moved(path: string, { x, y }: { x: number; y: number }): string {
  return `M${x} ${y}${path}`
}
