/**
 * The lights and the quorum in words, for those who do not see them; pointing at one says why, and
 * pressing it opens what it is about.
 */
import { memo } from 'react'
import { say } from '../../words/say.ts'
import type { TargetId } from '../../engine/contract/ids.ts'
import type { LightShape } from '../scene/shapes/lightShapes.ts'

type OnSelect = (subject: TargetId) => void

interface LightStatusProps {
  light: LightShape
  onSelect: OnSelect
}

const LightStatus = memo(function LightStatus({ light, onSelect }: LightStatusProps) {
  const { x, y, width, height } = light.box
  const reason = say(light.reason)
  return (
    <li style={{ left: x, top: y, width, height }} title={reason} data-light={light.id}>
      <button type="button" onClick={() => onSelect(`light:${light.id}`)}>
        <span className="stage-unseen">{`${light.name}: ${light.word}. ${reason}`}</span>
      </button>
    </li>
  )
})

interface StageStatusProps {
  lights: LightShape[]
  quorum: string
  onSelect: OnSelect
}

export function StageStatus({ lights, quorum, onSelect }: StageStatusProps) {
  return (
    <ul className="stage-status" aria-label="Lights">
      {lights.map(light => (
        <LightStatus key={light.id} light={light} onSelect={onSelect} />
      ))}
      <li className="stage-unseen">{quorum}</li>
    </ul>
  )
}
