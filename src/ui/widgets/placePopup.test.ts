/** Where a popup stands. */
import { expect, test } from 'vitest'
import { popupPlace } from './placePopup.ts'

const page = { width: 390, height: 844 }
const popup = { width: 200, height: 300 }

test('below its button, and never over the edge of the page', () => {
  const button = { left: 340, top: 4, right: 384, bottom: 48 }
  expect(popupPlace(button, popup, page)).toEqual({ left: 182, top: 56 })
})

test('above its button near the foot of the page', () => {
  const button = { left: 4, top: 800, right: 48, bottom: 840 }
  expect(popupPlace(button, popup, page)).toEqual({ left: 8, top: 492 })
})
