/**
 * Writers are told apart without hue: what four of them send, the ways they send it on, their cells
 * and rows by strokes, shapes and hatching, and whatever else is theirs by their names.
 */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { lookNumber, messageNumbers, paintedLook } from '../canvas/messageLook.ts'
import { learnWriterInk, paintMessages } from '../canvas/paintMessages.ts'
import { createPlaced } from '../canvas/placeMessages.ts'
import { writerInk } from '../canvas/writerInk.ts'
import { layoutStage } from '../scene/layout/layoutStage.ts'
import { multiMasterScene } from '../scene/multimaster/multiMasterScene.ts'
import { createWiring } from '../scene/routes/routeBetween.ts'
import { drawScene } from '../scene/scene.ts'
import { multiMasterFrame } from '../scene/testing/multiMasterFrames.ts'

learnWriterInk(writerInk)

const hues = [1, 2, 3, 4]
const css = readFileSync(new URL('../stage/art/multiMaster.css', import.meta.url), 'utf8')

/** A pen that writes down what it is told to draw, and not in which colour. */
function colourBlindPen(strokes: string[]): CanvasRenderingContext2D {
  const say =
    (_: object, name: string) =>
    (...told: unknown[]) =>
      strokes.push(`${name} ${told}`)
  const nothing = { set: () => true, get: say }
  return new Proxy({}, nothing) as unknown as CanvasRenderingContext2D
}

/** What is drawn of one message, by the writer of a hue, among `total` of them. */
function drawnOf([kind, detail]: readonly [number, number], hue: number, total: number): string {
  const placed = { ...createPlaced(), isNumbered: true, total }
  const spots = placed.kinds[paintedLook(lookNumber(kind, detail), hue - 1)]
  Object.assign(spots ?? {}, { places: Float32Array.of(100, 100), count: 1 })
  const strokes: string[] = []
  const colours = new Proxy({}, { get: (_, name) => String(name) })
  paintMessages(colourBlindPen(strokes), placed, colours as never)
  return strokes.join()
}

const { Propose, Redo } = messageNumbers
const sent = {
  'a page change': [Propose, 1],
  'a change that undoes': [Propose, -1],
  'redo to a peer': [Redo, 1],
} as const

describe.each([1, 200, 2_000])('among %i messages', total => {
  test.each(Object.entries(sent))('%s has four looks', (_, message) => {
    expect(new Set(hues.map(hue => drawnOf(message, hue, total))).size).toBe(4)
  })
})

test('a change that purges has four looks', () => {
  expect(new Set(hues.map(hue => drawnOf([Propose, -2], hue, 1))).size).toBe(4)
})

const size = { width: 1440, height: 720 }
const view = { isUnfolded: true, selection: null, theme: 'light', isReducedMotion: true }
const frame = multiMasterFrame({ writers: 4 })
const wiring = createWiring(layoutStage(frame, view, size), false)

test('a link to storage has as many strokes across it as the number of its writer', () => {
  const links = drawScene(frame, view, wiring).links.filter(({ kind }) => kind === 'storage')
  expect(links.length).toBe(4 * frame.nodes.length)
  expect(links.filter(({ from, strokes }) => from !== `w${strokes}`)).toEqual([])
  const counts = hues.map(hue => {
    const dashes = new RegExp(`link-strokes-${hue} \\{\\s*stroke-dasharray: ([^;]+)`).exec(css)?.[1]
    return (dashes?.split(' ').length ?? 0) / 2
  })
  expect(counts).toEqual(hues)
})

test('a link of a single writer, or of a client, has none', () => {
  const alone = multiMasterFrame({ writers: 1 })
  const links = drawScene(alone, view, createWiring(layoutStage(alone, view, size), false)).links
  const clients = drawScene(frame, view, wiring).links.filter(({ kind }) => kind !== 'storage')
  expect([...links, ...clients].filter(({ strokes }) => strokes > 0)).toEqual([])
})

/** The last rule in the sheet that fills one of these classes for a hue. */
function fillOf(mark: string, hue: number): string | undefined {
  const rules = [...css.matchAll(/([^{}]+)\{([^{}]*)\}/g)]
  const ofHue = (selector: string) =>
    hue === 1 ? selector === `.${mark}` : selector.includes(`hue-${hue}`) && selector.includes(mark)
  const matching = rules.filter(([, selectors = '']) =>
    selectors.split(',').some(selector => ofHue(selector.trim())),
  )
  return matching.map(([, , body = '']) => /fill: ([^;]+)/.exec(body)?.[1]).findLast(Boolean)
}

test.each([
  ...['lane-tentative', 'lane-accepted', 'lane-committed'],
  ...['page-wanted', 'page-owned', 'page-committed'],
])('%s has four hatchings', mark => {
  const fills = hues.map(hue => fillOf(mark, hue))
  expect(fills.map(fill => fill?.replace(/\d/, ''))).toEqual(
    new Array(4).fill(fills[0]?.replace('1', '')),
  )
  expect(fills[0]).toMatch(/^url\("#mm-(hatch|held|full)-1"\)$/)
  expect(new Set(fills).size).toBe(4)
})

test('what is one writer’s and has no hatching says its name', () => {
  const { lanes, stamps, pages } = multiMasterScene(frame, wiring.layout, view)
  const { instances } = drawScene(frame, view, wiring)
  const names = frame.multiMaster?.writers.map(({ id }) => id)
  const texts = (labels: { text: string }[]) => labels.map(({ text }) => text).join(' ')
  expect(lanes.filter(({ id, foot }) => !id.endsWith(` ${foot.text}`))).toEqual([])
  expect(stamps.length).toBeGreaterThan(0)
  expect(stamps.filter(({ labels, hue }) => !texts(labels).includes(`w${hue}`))).toEqual([])
  for (const name of names ?? []) {
    expect(pages.filter(({ labels }) => !texts(labels).includes(name))).toEqual([])
    expect(texts(instances.flatMap(({ labels }) => labels))).toContain(name)
  }
})
