/**
 * At every moment the page tells one number in all places: the stage in words, the ruler of the
 * log, the bill, the strip of capacity, the report. Rules A5, B1.
 */
import type { Locator } from '@playwright/test'
import type { Frame } from '../src/engine/contract/frame.ts'
import { type Moment, moments } from './moments.ts'
import type { PlaygroundPage } from './playgroundPage.ts'
import { expect, test } from './test.ts'

type Kind = 'log' | 'capacity' | 'writers'

function kindOf({ multiMaster, serverless }: Frame): Kind {
  if (multiMaster !== null) return 'writers'
  return serverless === null ? 'log' : 'capacity'
}

const elastic = /^(v1|v2)-|^migration$/
const severalWriters = /^(page-conflict|split-vote|four-writers|regional-read)$/

/** Known of its name, so that a panel need not be opened for each. */
function isOf(kind: Kind): (moment: Moment) => boolean {
  return ({ name }) => {
    if (severalWriters.test(name)) return kind === 'writers'
    return kind === (elastic.test(name) ? 'capacity' : 'log')
  }
}

function stage({ page }: PlaygroundPage): Locator {
  return page.getByRole('main', { name: 'Stage' })
}

/** A number as the page writes it. */
function written(count: number): string {
  return count.toLocaleString('en-US')
}

/** Dollars are written with four digits or more behind the point. */
const halfTheLastDigit = 5.1e-5

async function goTo(playground: PlaygroundPage, { story, at }: Moment): Promise<Frame> {
  await playground.load(story)
  await playground.pause()
  await playground.seek(at)
  return playground.frame()
}

/** Whatever is told of the instant is told of this one, by the report too. */
async function isReported(playground: PlaygroundPage, frame: Frame): Promise<void> {
  const report = await playground.report()
  expect(report.at).toBe(frame.at)
  expect(report.transactions.committed).toBe(frame.totals.committed)
  for (const { id, errors, downMicros } of frame.applications) {
    const client = report.availability.clients.find(its => its.id === id)
    expect({ id, errors, downMicros }).toEqual({
      id,
      errors: client?.errors,
      downMicros: client?.downMicros,
    })
  }
}

test('the log: words and copies on the stage, the ruler, the report', async ({ playground }) => {
  const { page } = playground
  await playground.open('?panel=volume')
  await playground.tool('Show the log points').click()
  const panel = page.getByRole('complementary', { name: 'Volume' })
  await panel.getByRole('tab', { name: 'Log', exact: true }).click()
  const marks = panel.getByRole('list', { name: 'Log points' }).getByRole('listitem')
  for (const moment of moments.filter(isOf('log'))) {
    const frame = await goTo(playground, moment)
    expect(kindOf(frame)).toBe('log')
    const { vdl, vcl, highestLsn } = frame.volume
    await expect(stage(playground)).toContainText(`VDL ${vdl}`)
    await expect(marks.filter({ hasText: /^VDL/ })).toContainText(written(vdl))
    await expect(marks.filter({ hasText: /^VCL/ })).toContainText(written(vcl))
    await expect(marks.filter({ hasText: /^Highest/ })).toContainText(written(highestLsn))
    const group = frame.groups.find(({ holdsBack }) => holdsBack) ?? frame.groups[0]
    await expect(marks.filter({ hasText: /^SCL/ })).toContainText(
      group?.segments.map(({ scl }) => written(scl)) ?? [],
    )
    const { volume } = await playground.report()
    expect(volume).toMatchObject({ vdl, vcl, highestLsn, epoch: frame.volume.epoch })
    await isReported(playground, frame)
  }
})

test('capacity: the stage, the strip on the axis, the bill, the report', async ({ playground }) => {
  const { page } = playground
  await playground.open('?panel=bill')
  const soFar = page.getByRole('complementary').getByRole('region', { name: 'Cost so far' })
  for (const moment of moments.filter(isOf('capacity'))) {
    const frame = await goTo(playground, moment)
    expect(kindOf(frame)).toBe('capacity')
    const { instances, meter } = frame.serverless as NonNullable<Frame['serverless']>
    const report = await playground.report()
    for (const { id, reported } of instances) {
      const acu = reported / 1_000_000
      await expect(stage(playground)).toContainText(`${acu} ACU`)
      expect(report.instances.find(its => its.id === id)?.acu).toBe(acu)
    }
    const [first] = instances
    const strip = page.getByRole('img', { name: /^Capacity so far: / })
    await expect(strip).toHaveAccessibleName(
      new RegExp(`${first?.id} has ${(first?.reported ?? 0) / 1_000_000} ACU`),
    )
    expect(Number(report.cost.total)).toBe(Number(meter.total))
    const said = await stage(playground).getByText(/^\$\d/).first().textContent()
    const [dollars = ''] = /^\$[\d.]+/.exec(said ?? '') ?? []
    const differs = Math.abs(Number(dollars.slice(1)) - Number(meter.total))
    expect(differs).toBeLessThan(halfTheLastDigit)
    await expect(soFar.locator('dd').first()).toHaveText(dollars)
    await isReported(playground, frame)
  }
})

test('several writers: their logs and commits on the stage and in the report', async ({
  playground,
}) => {
  await playground.open()
  for (const moment of moments.filter(isOf('writers'))) {
    const frame = await goTo(playground, moment)
    expect(kindOf(frame)).toBe('writers')
    const { writers } = frame.multiMaster as NonNullable<Frame['multiMaster']>
    const { volume, instances, conflicts } = await playground.report()
    for (const { id, vdl, vcl, highestLsn, commits } of writers) {
      await expect(stage(playground)).toContainText(`${id} safe up to ${vdl}`)
      expect(volume).toMatchObject({
        vdl: { [id]: vdl },
        vcl: { [id]: vcl },
        highestLsn: { [id]: highestLsn },
      })
      expect(instances.find(its => its.id === id)?.commits).toBe(commits)
    }
    const { deadlock, lockTimeout, ...between } = conflicts
    const byCause = Object.values(between).reduce((sum, count) => sum + count, 0)
    expect(writers.reduce((sum, its) => sum + its.conflicts, 0)).toBe(byCause)
    expect(deadlock + lockTimeout).toBe(0)
    await isReported(playground, frame)
  }
})
