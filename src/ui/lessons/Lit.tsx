/**
 * Lights what a step speaks of: controls of the stage by their id, as a rule of style, so that the
 * stage need not know of lessons. What glows by the story itself keeps quiet meanwhile.
 */
const selectorOf = (id: string) => `[data-control="${CSS.escape(id)}"] .control-shape`

const quiet = '.stage-glow { display: none }'
const light = '{ stroke: var(--glow); stroke-opacity: 1; stroke-width: 3; stroke-dasharray: 7 4 }'

export function Lit({ ids }: { ids: readonly string[] }) {
  const rule = ids.length === 0 ? '' : `${ids.map(selectorOf).join(', ')} ${light}`
  return <style>{`@layer page { ${quiet} ${rule} }`}</style>
}
