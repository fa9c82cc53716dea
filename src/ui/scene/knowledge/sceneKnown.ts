/**
 * The drawn scene in the words of one actor: lights that it cannot say are not told, a quorum that
 * it does not reckon has no pips, and things it only heard of say what was heard.
 */
import type { Knowledge } from '../../../engine/contract/knowledge.ts'
import { knownLightWord, sayKnown } from '../../../words/knowledgeWords.ts'
import type { Control } from '../control.ts'
import type { Label } from '../label.ts'
import type { Scene } from '../scene.ts'
import type { LightShape } from '../shapes/lightShapes.ts'
import type { QuorumShape } from '../shapes/quorumShape.ts'

export function sceneKnown(scene: Scene, known: Knowledge): Scene {
  const lights = scene.lights.map(lightKnown)
  const quorum = known.reckonsQuorum ? scene.quorum : quorumUntold(scene.quorum)
  const changed = new Map(
    [...lights.flatMap(({ labels }) => labels), ...quorum.labels].map(each => [each.id, each]),
  )
  const gone = new Set(scene.quorum.labels.map(({ id }) => id).filter(id => !changed.has(id)))
  return {
    ...scene,
    lights,
    quorum,
    labels: scene.labels
      .filter(({ id }) => !gone.has(id))
      .map(each => changed.get(each.id) ?? each),
    controls: scene.controls.map(control => controlKnown(control, known)),
  }
}

const isUntold = ({ reason }: LightShape) => reason.key === 'known.light.unknown'

function lightKnown(light: LightShape): LightShape {
  const word = knownLightWord(light.reason.key)
  if (word === null) return light
  const [name, old] = light.labels
  if (name === undefined || old === undefined) return light
  const tone = isUntold(light) ? ('muted' as const) : old.tone
  return { ...light, word, labels: [name, { ...old, text: word, tone }] }
}

/** The name of what it is stays; the counts go. */
function quorumUntold(quorum: QuorumShape): QuorumShape {
  const kept = quorum.labels.filter(({ id }) => id === 'volume' || id === 'group')
  const count = quorum.labels.find(({ id }) => id === 'count')
  const words = 'Write quorum: not told to it'
  if (count === undefined) return { pips: [], sign: '', labels: kept, words }
  return { pips: [], sign: '', labels: [...kept, untold(count)], words }
}

function untold(count: Label): Label {
  return { ...count, text: 'quorum not told', size: Math.min(count.size, 13), tone: 'muted' }
}

/** What can be pressed says what was heard of it, not how it is. */
function controlKnown(control: Control, known: Knowledge): Control {
  const { subject } = control
  const segment = known.segments.find(each => each.segment === subject)
  const node =
    segment &&
    known.picture.groups.flatMap(({ segments }) => segments).find(({ id }) => id === subject)?.node
  const other = known.others.find(({ actor }) => actor === (node ?? subject))
  return other ? { ...control, description: sayKnown(other, known) } : control
}
