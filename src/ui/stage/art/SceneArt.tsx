/** All that is drawn and cannot be pressed, from the back to the front. */
import { memo } from 'react'
import type { Point } from '../../scene/geometry.ts'
import type { Scene } from '../../scene/scene.ts'
import { ApplicationArt } from './ApplicationArt.tsx'
import { BracketArt } from './BracketArt.tsx'
import { ChipArt } from './ChipArt.tsx'
import { ColumnArt } from './ColumnArt.tsx'
import { GroupArt } from './GroupArt.tsx'
import { HatchPattern } from './HatchPattern.tsx'
import { InstanceArt } from './InstanceArt.tsx'
import { LabelArt } from './LabelArt.tsx'
import { LightArt } from './LightArt.tsx'
import { LinkArt } from './LinkArt.tsx'
import { PipArt } from './PipArt.tsx'
import { ZoneArt } from './ZoneArt.tsx'

const Back = memo(function Back({ scene }: { scene: Pick<Scene, 'zones' | 'volume' | 'links'> }) {
  return (
    <>
      {scene.zones.map(zone => (
        <ZoneArt key={zone.id} zone={zone} />
      ))}
      <rect {...scene.volume} rx="18" className="stage-volume" />
      {scene.links.map(link => (
        <LinkArt key={link.id} link={link} />
      ))}
    </>
  )
})

function Storage({ scene }: { scene: Scene }) {
  return (
    <>
      {scene.columns.map(column => (
        <ColumnArt key={column.id} column={column} />
      ))}
      {scene.chips.map(chip => (
        <ChipArt key={chip.id} chip={chip} />
      ))}
      <BracketArt bracket={scene.bracket} />
      <path d={scene.quorum.sign} className="bracket-edge" />
      {scene.quorum.pips.map(pip => (
        <PipArt key={pip.x} pip={pip} />
      ))}
    </>
  )
}

function Clients({ scene, endpoint }: { scene: Scene; endpoint: Point }) {
  return (
    <>
      <path d={`M${endpoint.x} ${endpoint.y - 9}l9 9l-9 9l-9 -9z`} className="stage-endpoint" />
      {scene.applications.map(application => (
        <ApplicationArt key={application.id} application={application} />
      ))}
      {scene.instances.map(instance => (
        <InstanceArt key={instance.id} instance={instance} />
      ))}
      {scene.lights.map(light => (
        <LightArt key={light.id} light={light} />
      ))}
    </>
  )
}

export function SceneArt({ scene, endpoint }: { scene: Scene; endpoint: Point }) {
  return (
    <>
      <HatchPattern />
      <Back scene={scene} />
      <Storage scene={scene} />
      <Clients scene={scene} endpoint={endpoint} />
      {scene.groups.map(group => (
        <GroupArt key={group.id} group={group} />
      ))}
      {scene.labels.map(label => label.term === null && <LabelArt key={label.id} label={label} />)}
    </>
  )
}
