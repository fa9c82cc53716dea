/** The three lights: *Data safe*, *Commits*, *Reads*, each a shape and a word beside its colour. */
import type { Frame, Light, Phrase } from '../../../engine/contract/frame.ts'
import { type Box, centre } from '../geometry.ts'
import { fitText, type Label, label, textWidth, type Tone } from '../label.ts'
import { isForWall, stepOf } from '../letters.ts'
import type { Layout } from '../layout/layout.ts'

export type LightName = 'dataSafe' | 'commits' | 'reads'

export interface LightShape {
  id: LightName
  name: string
  word: string
  reason: Phrase
  state: Light['state']
  box: Box
  at: { x: number; y: number }
  labels: Label[]
}

const names: Record<LightName, string> = {
  dataSafe: 'Data safe',
  commits: 'Commits',
  reads: 'Reads',
}

/** By the end of the reason's key; what has no word of its own is said by its state. */
const words: Record<string, string> = {
  'data.safe': 'yes',
  'data.atRisk': 'at risk',
  'data.dark': 'no power',
  'commits.noWriteQuorum': 'wait',
  'commits.noWriter': 'no writer',
  'commits.opening': 'opening',
  'reads.noCompleteCopy': 'wait',
  'reads.noInstance': 'no instance',
  'reads.opening': 'opening',
}

const stateWords: Record<Light['state'], string> = { on: 'go on', waiting: 'wait', off: 'stopped' }

function wordOf({ state, phrase }: Light): string {
  return words[phrase.key.replace(/^light\./, '')] ?? stateWords[state]
}

const tones: Record<Light['state'], Tone> = { on: 'ok', waiting: 'wait', off: 'bad' }

/** The name of the light says of what. */
function fittingWord(light: Light, size: number, room: number): string {
  const word = wordOf(light)
  if (!isForWall() || textWidth(word, size) <= room) return word
  return word.replace(/^no .*$/, 'none')
}

/** Narrower than this the longest name and word need smaller letters. */
const roomy = 140

function lightShape(id: LightName, light: Light, box: Box): LightShape {
  const isNarrow = box.width < roomy
  const at = { x: box.x + (isNarrow ? 16 : 24), y: centre(box).y }
  const x = at.x + (isNarrow ? 15 : 20)
  const room = box.x + box.width - x - 4
  const size = isNarrow ? 12.5 : 14
  const word = fittingWord(light, size, room)
  const more = (stepOf(18) - 18) / 2
  const wordSize = textWidth(word, size) <= room ? size : size - 1
  return {
    id,
    name: names[id],
    word,
    reason: light.phrase,
    state: light.state,
    box,
    at,
    labels: [
      label({
        id: `light-${id}`,
        text: fitText(names[id], size, room),
        x,
        y: at.y - 3 - more / 2,
        size,
        isBold: true,
        tone: 'text',
      }),
      label({
        id: `light-${id}-word`,
        text: fitText(word, wordSize, room),
        x,
        y: at.y + 15 + more * 1.5,
        size: wordSize,
        tone: tones[light.state],
      }),
    ],
  }
}

export function lightShapes(lights: Frame['lights'], layout: Layout): LightShape[] {
  const order: LightName[] = ['dataSafe', 'commits', 'reads']
  return order.map((id, index) => lightShape(id, lights[id], layout.lights[index] as Box))
}
