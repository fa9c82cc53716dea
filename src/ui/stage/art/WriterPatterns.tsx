/**
 * The hatching of each writer, so that writers are told apart without colour: lines one way, lines
 * the other way, level lines, and lines that cross. Thin in the writer’s colour while a change is
 * only asked, on a ground of it once it stands, and on its full colour once it is committed.
 */
const strokes: Record<number, string> = {
  1: 'M0 0L6 6M-1 5l2 2M5 -1l2 2',
  2: 'M0 6L6 0M-1 1l2 -2M5 7l2 -2',
  3: 'M0 1.5h6M0 4.5h6',
  4: 'M0 0L6 6M0 6L6 0',
}

const kinds = ['hatch', 'held', 'full'] as const

function Pattern({ hue, kind }: { hue: number; kind: (typeof kinds)[number] }) {
  const id = `mm-${kind}-${hue}`
  return (
    <pattern id={id} className={`hue-${hue}`} width="6" height="6" patternUnits="userSpaceOnUse">
      {kind !== 'hatch' && <rect width="6" height="6" className={`mm-${kind}-ground`} />}
      <path d={strokes[hue]} className={`mm-${kind}-line`} />
    </pattern>
  )
}

export function WriterPatterns() {
  return (
    <defs>
      {[1, 2, 3, 4].flatMap(hue =>
        kinds.map(kind => <Pattern key={`${hue} ${kind}`} {...{ hue, kind }} />),
      )}
    </defs>
  )
}
