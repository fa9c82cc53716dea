/** The legend names every sign that moves on the stage. */
import { expect, test } from 'vitest'
import { messageLooks } from '../../canvas/messageLook.ts'
import { messageSigns } from './legendSigns.ts'
import { shapeText } from './shapeText.ts'

test('every shape of a message is in the legend', () => {
  const told = new Set(messageSigns.map(({ kind }) => messageLooks[kind]?.shape))
  expect(new Set(messageLooks.map(({ shape }) => shape))).toEqual(told)
})

test('an outline is written as a path', () => {
  expect(shapeText('record')).toBe('M-8 -5.5h16v11h-16z')
  expect(shapeText('diamond')).toBe('M0 -6.5L6.5 0L0 6.5L-6.5 0Z')
})
