/**
 * Serverless v1 on the stage: its routers and their arrows, the warm pool, the two waits as rings,
 * the search, and the instance that comes from the pool.
 */
import type { FleetShape } from '../../scene/serverless/routerFleet.ts'
import type { RingShape, V1Shape } from '../../scene/serverless/v1Shapes.ts'

interface SquareProps {
  at: { x: number; y: number; size: number }
  look: string
}

function Square({ at: { x, y, size }, look }: SquareProps) {
  const half = size / 2
  return <rect x={x - half} y={y - half} width={size} height={size} rx={2.5} className={look} />
}

function Fleet({ fleet: { routers, arrows, gate, pool } }: { fleet: FleetShape }) {
  return (
    <>
      {arrows !== '' && <path d={arrows} className="v1-arrow" />}
      {gate !== null && <path d={gate} className="v1-gate" />}
      {routers.map(router => (
        <g key={router.x} transform={`rotate(45 ${router.x} ${router.y})`}>
          <Square at={router} look="v1-router" />
        </g>
      ))}
      {pool?.hosts.map(host => (
        <Square key={host.x} at={host} look={host.isThere ? 'v1-pooled' : 'v1-pooled is-gone'} />
      ))}
    </>
  )
}

function Ring({ ring: { step, x, y, radius, arc, mark } }: { ring: RingShape }) {
  return (
    <>
      <circle cx={x} cy={y} r={radius} className="v1-wait" />
      {arc !== '' && <path d={arc} className={`v1-${step}`} />}
      {mark !== '' && <path d={mark} className="v1-mark" />}
    </>
  )
}

export function V1Art({ shape }: { shape: V1Shape }) {
  const { rings, search, host, isBlocked, isForcing, fleet } = shape
  const look = isBlocked ? 'v1-search is-blocked' : 'v1-search'
  return (
    <g className="stage-v1">
      <Fleet fleet={fleet} />
      {rings.map(ring => (
        <Ring key={ring.step} ring={ring} />
      ))}
      {search !== '' && <path d={search} className={isForcing ? `${look} is-forcing` : look} />}
      {host !== null && <Square at={host} look="v1-host" />}
    </g>
  )
}
