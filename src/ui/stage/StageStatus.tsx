/** The lights and the quorum in words, for those who do not see them; pointing at one says why. */
import { memo } from 'react'
import { say } from '../../words/say.ts'
import type { LightShape } from '../scene/shapes/lightShapes.ts'

const LightStatus = memo(function LightStatus({ light }: { light: LightShape }) {
  const { x, y, width, height } = light.box
  const reason = say(light.reason)
  return (
    <li style={{ left: x, top: y, width, height }} title={reason} data-light={light.id}>
      <span className="stage-unseen">{`${light.name}: ${light.word}. ${reason}`}</span>
    </li>
  )
})

export function StageStatus({ lights, quorum }: { lights: LightShape[]; quorum: string }) {
  return (
    <ul className="stage-status" aria-label="Lights">
      {lights.map(light => (
        <LightStatus key={light.id} light={light} />
      ))}
      <li className="stage-unseen">{quorum}</li>
    </ul>
  )
}
