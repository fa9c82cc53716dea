/**
 * Whatever tells a number of a moment tells the same one: the stage in words and lines, the
 * inspector, the ruler, the charts, the report, the bill. Rules A5, B1.
 */
import { expect, test } from 'vitest'
import { moments } from '../../e2e/moments.ts'
import { moreSentences } from '../words/moreSentences.ts'
import { learnSentences } from '../words/say.ts'
import { type OpenMoment, openMoment } from '../workers/testing/openMoment.ts'
import type { LaneShape } from './scene/multimaster/laneShapes.ts'
import type { ColumnShape } from './scene/shapes/columnShape.ts'
import { type Look, wholePicture } from './scene/testing/wholePicture.ts'
import { disagreements } from './testing/disagreements.ts'
import type { Evidence } from './testing/evidence.ts'

learnSentences(moreSentences)

const desk: Look = {
  view: { isUnfolded: true, selection: null, theme: 'light', isReducedMotion: true },
  size: { width: 1440, height: 620 },
}

/** More than are kept of any moment, so that each is as narrow as it is kept. */
const bins = 40_000

/** So long a run is short enough to be heard once more. */
const shortMicros = 1_000_000

/** Those that only read have no LSN; longer runs and typed statements have none of these. */
async function changesIn({ frame, api, ask }: OpenMoment): Promise<number> {
  if (frame.at > shortMicros || frame.sql !== null) return frame.totals.committed
  const told = await ask(api.facts({ fact: 'TransactionCommitted' }))
  return told.filter(fact => fact.fact === 'TransactionCommitted' && fact.parameters.lsn > 0).length
}

async function evidenceOf(story: Parameters<typeof openMoment>[0], at: string): Promise<Evidence> {
  const moment = await openMoment(story, at)
  const { frame, api, ask } = moment
  const { labels, shapes } = wholePicture(frame, desk)
  const { chart } = await ask(api.timeline({ from: 0, to: frame.at, bins }))
  return {
    frame,
    labels,
    columns: shapes.columns as ColumnShape[],
    lanes: (shapes.lanes ?? []) as LaneShape[],
    bracket: shapes.bracket as Evidence['bracket'],
    report: await ask(api.report()),
    chart,
    bill: await ask(api.bill({ prices: {}, backupGb: 0, usages: [], sizing: null })),
    changes: await changesIn(moment),
  }
}

test.each(moments)('$name: $title', async ({ story, at }) => {
  expect(disagreements(await evidenceOf(story, at))).toEqual([])
})

test('a number told otherwise is found, and a line that stands elsewhere', async () => {
  const right = await evidenceOf('four-of-six', '13.2ms')
  const { frame, report, bracket, columns, labels } = right
  const volume = { ...frame.volume, vdl: frame.volume.vdl + 1 }
  const found = disagreements({ ...right, frame: { ...frame, volume } })
  expect(found).toContainEqual(expect.stringMatching(/^VDL on stage and in the report/))
  expect(found).toContainEqual(expect.stringMatching(/^the stage has no "VDL/))
  const lower = bracket.path.replaceAll(/V([\d.]+)/g, (_, y) => `V${Number(y) + 9}`)
  const moved = disagreements({ ...right, bracket: { ...bracket, path: lower } })
  expect(moved).toEqual([expect.stringMatching(/^the bracket stands at/)])
  const [first, ...rest] = columns
  const body = { ...first!.body, y: first!.body.y + 9 }
  const shorter = disagreements({ ...right, columns: [{ ...first!, body }, ...rest] })
  expect(shorter).toEqual([expect.stringMatching(/^the body of pg1\/a1 ends at/)])
  const cost = { ...report.cost, total: '1.0' }
  const dear = disagreements({ ...right, report: { ...report, cost } })
  expect(dear).toEqual([expect.stringMatching(/^cost in the report and on the bill/)])
  const silent = disagreements({ ...right, labels: labels.filter(({ id }) => id !== 'pgcl') })
  expect(silent).toEqual([expect.stringMatching(/^the stage has no "PGCL/)])
})
