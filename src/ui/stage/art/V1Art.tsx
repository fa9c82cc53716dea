/** Serverless v1 on the stage: countdown rings, the search, and the instance from the warm pool. */
import type { V1Shape } from '../../scene/serverless/v1Shapes.ts'

export function V1Art({ shape }: { shape: V1Shape }) {
  const { rings, search, host, isBlocked, isForcing } = shape
  const look = isBlocked ? 'v1-search is-blocked' : 'v1-search'
  return (
    <g className="stage-v1">
      {rings.down !== '' && <circle cx={rings.x} cy={rings.y} r={8} className="v1-wait" />}
      {rings.down !== '' && <path d={rings.down} className="v1-down" />}
      {rings.up !== '' && <path d={rings.up} className="v1-up" />}
      {search !== '' && <path d={search} className={isForcing ? `${look} is-forcing` : look} />}
      {host !== null && (
        <rect
          x={host.x - host.size / 2}
          y={host.y - host.size / 2}
          width={host.size}
          height={host.size}
          rx={3}
          className="v1-host"
        />
      )}
    </g>
  )
}
