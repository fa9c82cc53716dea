/**
 * Every drawn thing has a name and a state for a screen reader: over real moments of stories with
 * one writer and several, Serverless of both generations, SQL, a proxy and changing members.
 */
import { describe, expect, test } from 'vitest'
import { moreSentences } from '../../../words/moreSentences.ts'
import { learnSentences } from '../../../words/say.ts'
import { openMoment } from '../../../workers/testing/openMoment.ts'
import type { Frame } from '../../../engine/contract/frame.ts'
import type { Control } from '../control.ts'
import { layoutStage } from '../layout/layoutStage.ts'
import { multiMasterScene } from '../multimaster/multiMasterScene.ts'
import { proxyScene } from '../proxy/proxyScene.ts'
import { createWiring, type Wiring } from '../routes/routeBetween.ts'
import { drawScene } from '../scene.ts'
import { serverlessScene } from '../serverless/serverlessScene.ts'
import { sqlScene } from '../sql/sqlScene.ts'
import type { StageView } from '../stageView.ts'
import { volumeScene } from '../volume/volumeScene.ts'
import { heardScene } from './heardScene.ts'

learnSentences(moreSentences)

const view: StageView = { isUnfolded: true, selection: null, theme: 'light', isReducedMotion: true }

const moments: [string, string][] = [
  ['four-of-six', '13.2ms'],
  ['az-plus-one', '60ms'],
  ['a-new-member', '4s'],
  ['proxy-or-name', '24.5s'],
  ['nobody-wins', '40ms'],
  ['two-consoles', '600ms'],
  ['v1-steps-up', '151.5s'],
  ['asleep-until-called', '20s'],
]

interface Drawn {
  /** What can be focused, by its id. */
  controls: Control[]
  /** What is read only, by the thing it is about. */
  texts: { id: string; text: string }[]
  /** Ids of which one of the controls or texts must speak. */
  things: string[]
}

function core(frame: Frame, wiring: Wiring): Drawn {
  const scene = drawScene(frame, view, wiring)
  const { zones, links, columns, chips, instances, applications, groups, controls } = scene
  const folded = wiring.layout.instances.filter(its => its.isFolded).map(({ id }) => id)
  const alone = instances.filter(({ id }) => !folded.includes(id))
  const named = [...zones, ...links, ...chips, ...alone, ...applications, ...groups, ...columns]
  return {
    controls,
    texts: scene.lights.map(({ id, name, word }) => ({ id, text: `${name}: ${word}` })),
    things: [
      ...named.map(({ id }) => id),
      ...scene.lights.map(({ id }) => id),
      'endpoint',
      ...(scene.bracket.path === '' ? [] : ['bracket']),
    ],
  }
}

/** What a sign of the volume is about: its node or copy, or a counter with a name of its own. */
const aboutCounters = /^(patch|undo)/

function volume(frame: Frame, { layout }: Wiring): Drawn {
  const { controls, descriptions, marks } = volumeScene(frame, layout)
  const folds = marks.filter(({ kind }) => kind === 'fold').map(({ id }) => id.split(' ')[0])
  const members = (frame.membership?.groups ?? [])
    .filter(({ id }) => id === layout.group)
    .flatMap(its => its.members.filter(({ state }) => state !== 'member'))
  const counters = marks.filter(({ kind }) => aboutCounters.test(kind))
  return {
    controls,
    texts: descriptions,
    things: [
      ...new Set(folds.map(zone => `fold ${zone}`)),
      ...members.map(({ segment }) => segment),
      ...new Set(counters.map(({ kind }) => aboutCounters.exec(kind)?.[0] ?? kind)),
    ],
  }
}

function writers(frame: Frame, { layout }: Wiring): Drawn {
  if (frame.multiMaster === null) return { controls: [], texts: [], things: [] }
  const scene = multiMasterScene(frame, layout, view)
  const lanes = frame.multiMaster.writers.map(({ id }) => `lane ${id}`)
  const lags = scene.lags.flatMap(({ id }) => {
    const [, one, other] = id.split(' ')
    return [`lag ${one}>${other}`, `lag ${other}>${one}`]
  })
  return {
    controls: scene.controls,
    texts: [],
    things: [
      ...lanes,
      ...lags,
      ...scene.stamps.map(({ id }) => id),
      ...scene.pages.map(({ page }) => `page ${page}`),
      ...scene.writers.flatMap(its => (its.cache ? [`memory ${its.id}`] : [])),
      ...scene.writers.flatMap(({ transaction }) =>
        transaction === null ? [] : [`transaction ${transaction.id}`],
      ),
    ],
  }
}

function mechanisms(frame: Frame, wiring: Wiring): Drawn {
  const serverless = frame.serverless === null ? null : serverlessScene(frame, wiring.layout)
  const sql = sqlScene(frame, wiring)
  const proxy = proxyScene(frame, wiring)
  const v1 = serverless?.breathing.filter(its => its.v1 !== null) ?? []
  return {
    controls: [],
    texts: [
      ...(serverless?.descriptions ?? []),
      ...(sql?.descriptions ?? []),
      ...(proxy === null ? [] : [{ id: 'proxy', text: proxy.description }]),
    ],
    things: [
      ...(serverless?.breathing.map(({ id }) => id) ?? []),
      ...v1.map(({ id }) => `${id} routers`),
      ...(sql?.pills.map(({ id }) => id) ?? []),
      ...(proxy === null ? [] : ['proxy']),
    ],
  }
}

function drawnAt(frame: Frame): Drawn {
  const wiring = createWiring(layoutStage(frame, view, { width: 1440, height: 760 }), false)
  const parts = [core, volume, writers, mechanisms].map(part => part(frame, wiring))
  return {
    controls: parts.flatMap(its => its.controls),
    texts: [...parts.flatMap(its => its.texts), ...heardScene(frame, wiring.layout)],
    things: parts.flatMap(its => its.things),
  }
}

/** Those of which nobody speaks. */
function unnamed({ controls, texts, things }: Drawn): string[] {
  const spoken = new Set([
    ...controls.filter(({ name }) => name !== '').flatMap(its => [its.id, its.subject]),
    ...texts.filter(({ text }) => text !== '').map(({ id }) => id),
  ])
  return things.filter(id => !spoken.has(id))
}

function wordsOf({ name, description }: Control): string {
  return `${name}, ${description}`
}

const withState: ReadonlySet<Control['kind']> = new Set([
  ...(['application', 'instance', 'zone', 'copy', 'node', 'link'] as const),
  ...(['group', 'proposal', 'page'] as const),
])

describe('every drawn thing has a name and a state', () => {
  test.each(moments)('%s at %s', async (story, at) => {
    const { frame } = await openMoment(story, at)
    const drawn = drawnAt(frame)
    expect(drawn.things.length).toBeGreaterThan(20)
    expect(unnamed(drawn)).toEqual([])
    const stateless = drawn.controls.filter(
      its => withState.has(its.kind) && its.description === '',
    )
    expect(stateless.map(({ id }) => id)).toEqual([])
    const ids = drawn.texts.map(({ id }) => id)
    expect(ids.filter((id, place) => ids.indexOf(id) !== place)).toEqual([])
    const names = drawn.controls.map(({ name }) => name)
    expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([])
    const said = [...drawn.texts.map(({ text }) => text), ...drawn.controls.map(wordsOf)]
    expect(said.filter(text => /undefined|NaN|\[object/.test(text))).toEqual([])
  })
})
