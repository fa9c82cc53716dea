/** The tank of a breathing instance: what it has, what it may grow by at once, what it needs. */
import type { TankShape } from '../../scene/serverless/tankShape.ts'

export function TankArt({ tank }: { tank: TankShape }) {
  const corner = Math.min(4, tank.box.width / 2)
  return (
    <g className="breathing-tank">
      <rect {...tank.box} rx={corner} className="tank-wall" />
      <rect {...tank.allowance} className="tank-allowance" />
      <rect {...tank.fill} rx={2} className="tank-fill" />
      <path d={tank.minimum} className="tank-minimum-ground" />
      <path d={tank.minimum} className="tank-minimum" />
      <path d={tank.need} className={tank.isNeedAbove ? 'tank-need is-above' : 'tank-need'} />
    </g>
  )
}
