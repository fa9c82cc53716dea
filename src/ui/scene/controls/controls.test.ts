/** Names are stable, since demos and tests find things by them; clicks throw the right faults. */
import { describe, expect, it } from 'vitest'
import type { Frame } from '../../../engine/contract/frame.ts'
import type { Control } from '../control.ts'
import { layoutStage } from '../layout/layoutStage.ts'
import { createWiring } from '../routes/routeBetween.ts'
import { drawScene } from '../scene.ts'
import { exampleFrame } from '../testing/exampleFrame.ts'
import { loseNodes, loseZone, situations } from '../testing/situations.ts'

function controlsOf(frame: Frame, width = 1440): Control[] {
  const view = { isUnfolded: false, selection: null, theme: 'dark', isReducedMotion: true }
  const layout = layoutStage(frame, view, { width, height: 620 })
  return drawScene(frame, view, createWiring(layout, false)).controls
}

function named(frame: Frame, name: string): Control {
  const found = controlsOf(frame).filter(control => control.name === name)
  expect(found).toHaveLength(1)
  return found[0] as Control
}

describe('names', () => {
  it('name every thing of the opening once', () => {
    const names = controlsOf(exampleFrame()).map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    expect(names).toEqual(
      expect.arrayContaining([
        'Application shop',
        'Writer w1',
        'Zone a',
        'Zone b',
        'Zone c',
        'Copy a1 of pg1',
        'Copy c2 of pg1',
        'Link w1 to node-b1',
        'Link shop to w1',
        'Details of node-a1',
      ]),
    )
  })

  it.each(Object.keys(situations))('stay the same, whatever happens: %s', name => {
    const frame = situations[name]?.() as Frame
    const places = (width: number) => controlsOf(frame, width).map(control => control.name)
    expect(places(1440)).toEqual(places(1024))
    if (frame.groups.length > 1 || frame.applications.length > 1) return
    expect(places(1440)).toEqual(controlsOf(exampleFrame()).map(control => control.name))
  })
})

it('says of a copy what its signs show: a disk that fails, heat', () => {
  const frame = exampleFrame()
  frame.faults = [
    { fault: 'DiskFailure', target: 'node-a1', since: 0, ratioPpm: 500_000 },
    { fault: 'HotNode', target: 'node-a1', since: 0, factor: 4 },
  ]
  expect(named(frame, 'Copy a1 of pg1').description).toContain('failing disk, hot')
  expect(named(frame, 'Copy a2 of pg1').description).not.toContain('disk')
})

describe('a click', () => {
  it('on a copy takes the power of its node, and gives it back', () => {
    const crash = { fault: 'NodeCrash', target: 'node-c2' }
    expect(named(exampleFrame(), 'Copy c2 of pg1').toggle).toEqual({ ...crash, isInForce: false })
    const lost = loseNodes(exampleFrame(), ['node-c2'])
    expect(named(lost, 'Copy c2 of pg1')).toMatchObject({
      toggle: { ...crash, isInForce: true },
      isPressed: true,
      description: 'down, not complete, 8 records behind',
    })
  })

  it('on a copy that is down with its zone brings the zone back', () => {
    const frame = loseZone(exampleFrame(), 'az-c')
    const outage = { fault: 'AzOutage', target: 'az-c', isInForce: true }
    expect(named(frame, 'Copy c2 of pg1').toggle).toEqual(outage)
    expect(named(frame, 'Zone c').toggle).toEqual(outage)
  })

  it('on the writer crashes it', () => {
    const crash = { fault: 'InstanceCrash', target: 'w1', isInForce: false }
    expect(named(exampleFrame(), 'Writer w1').toggle).toEqual(crash)
  })

  it('on a link cuts it both ways, or heals the cut that is there', () => {
    const frame = exampleFrame()
    const link = () => named(frame, 'Link w1 to node-b1').toggle
    expect(link()).toMatchObject({ fault: 'LinkCut', target: 'w1<>node-b1', isInForce: false })
    frame.faults = [{ fault: 'LinkCut', target: 'node-b1>w1', since: 0 }]
    expect(link()).toMatchObject({ target: 'node-b1>w1', isInForce: true })
  })

  it('on an application or the words beside a thing only selects', () => {
    expect(named(exampleFrame(), 'Application shop')).toMatchObject({
      toggle: null,
      isPressed: null,
    })
    expect(named(exampleFrame(), 'Details of node-a1')).toMatchObject({ subject: 'node-a1' })
  })
})

const onPhones = ['all is well', 'many groups', 'eight groups on a phone', 'a reader follows']

it.each(onPhones)('gives fingers at least 44 pixels of everything: %s', name => {
  const frame = situations[name]?.() as Frame
  for (const { name, box } of controlsOf(frame, 390)) {
    if (box === null) continue
    expect.soft(box.width, name).toBeGreaterThanOrEqual(44)
    expect.soft(box.height, name).toBeGreaterThanOrEqual(44)
  }
})

it('shows all nodes of eight groups on a phone without a scroll', () => {
  const view = { isUnfolded: false, selection: null, theme: 'dark', isReducedMotion: true }
  const frame = situations['eight groups on a phone']?.() as Frame
  const phone = { width: 390, height: 508 }
  const { size, columns, chips, groups } = layoutStage(frame, view, phone)
  expect(size.height).toBe(phone.height)
  expect(columns.length + chips.length).toBe(9)
  expect(new Set(groups.map(({ box }) => box.y)).size).toBe(1)
})
