/** Everything that the stage draws of an instant, whoever draws it, in one list. */
import type { Frame } from '../../../engine/contract/frame.ts'
import type { Knowledge } from '../../../engine/contract/knowledge.ts'
import { sceneKnown } from '../knowledge/sceneKnown.ts'
import { veilScene } from '../knowledge/veilScene.ts'
import { layoutStage } from '../layout/layoutStage.ts'
import { multiMasterScene } from '../multimaster/multiMasterScene.ts'
import { proxyScene } from '../proxy/proxyScene.ts'
import { createWiring, type Wiring } from '../routes/routeBetween.ts'
import { drawScene } from '../scene.ts'
import { serverlessScene } from '../serverless/serverlessScene.ts'
import { sqlScene } from '../sql/sqlScene.ts'
import type { StageSize, StageView } from '../stageView.ts'
import { volumeScene } from '../volume/volumeScene.ts'
import type { PictureParts } from './sceneText.ts'

type Layer = (frame: Frame, wiring: Wiring, look: Look) => Partial<PictureParts>

function said(descriptions: { text: string }[]): string[] {
  return descriptions.map(({ text }) => text)
}

/** Links that are well have nothing to tell. */
const core: Layer = (frame, wiring, { view, known }) => {
  const drawn = drawScene(frame, view, wiring)
  const { labels, controls, links, ...shapes } = known ? sceneKnown(drawn, known) : drawn
  const odd = links.filter(({ state }) => state !== 'whole')
  const states = odd.map(({ id, state }) => ({ id, state }))
  return { shapes: { ...shapes, links: states }, labels, controls }
}

const volume: Layer = (frame, { layout }) => {
  const { marks, labels, controls, descriptions } = volumeScene(frame, layout)
  return { shapes: { marks }, labels, controls, unseen: said(descriptions) }
}

const serverless: Layer = (frame, { layout }) => {
  if (frame.serverless === null) return {}
  const { breathing, labels, descriptions } = serverlessScene(frame, layout)
  return { shapes: { breathing }, labels, unseen: said(descriptions) }
}

const writers: Layer = (frame, { layout }, { view }) => {
  if (frame.multiMaster === null) return {}
  const { labels, controls, ...shapes } = multiMasterScene(frame, layout, view)
  return { shapes, labels, controls }
}

const sql: Layer = (frame, wiring) => {
  const scene = sqlScene(frame, wiring)
  if (scene === null) return {}
  const { labels, descriptions, pages, pills, ways } = scene
  return { shapes: { pills, ways, lockedPages: pages }, labels, unseen: said(descriptions) }
}

const proxy: Layer = (frame, wiring) => {
  const scene = proxyScene(frame, wiring)
  if (scene === null) return {}
  const { label, description, ...shape } = scene
  return { shapes: { proxy: shape }, labels: [label], unseen: [description] }
}

/** Laid over the picture: what an actor was not told. */
const veils: Layer = (_, { layout }, { known }) => {
  if (!known) return {}
  const { labels, veils: shapes } = veilScene(known, layout)
  return { shapes: { veils: shapes }, labels }
}

export interface Look {
  view: StageView
  size: StageSize
  /** Through whose eyes; the frame is then the picture that it has. */
  known?: Knowledge | null
}

function wiringOf(frame: Frame, { view, size }: Look): Wiring {
  return createWiring(layoutStage(frame, view, size), false)
}

function joinParts(parts: Partial<PictureParts>[]): PictureParts {
  return {
    shapes: Object.assign({}, ...parts.map(({ shapes }) => shapes)),
    labels: parts.flatMap(({ labels = [] }) => labels),
    controls: parts.flatMap(({ controls = [] }) => controls),
    unseen: parts.flatMap(({ unseen = [] }) => unseen),
  }
}

/** `size`: what it takes, which may be higher than the room for it. */
export function wholePicture(frame: Frame, look: Look): PictureParts & { size: StageSize } {
  const wiring = wiringOf(frame, look)
  const layers = [core, volume, serverless, writers, sql, proxy, veils]
  const parts = layers.map(layer => layer(frame, wiring, look))
  return { ...joinParts(parts), size: wiring.layout.size }
}
