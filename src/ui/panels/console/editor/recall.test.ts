/** History: by arrows, and by letters. */
import { expect, it } from 'vitest'
import { notRecalling, recallStep, searchBack } from './recall.ts'

const history = ['BEGIN', 'SELECT 1', 'COMMIT']

it('goes back to the oldest and forward to what was being typed', () => {
  const one = recallStep(history, notRecalling, 'UPD', 1)
  expect(one).toEqual({ recall: { back: 1, draft: 'UPD' }, text: 'COMMIT' })
  const two = recallStep(history, one!.recall, 'COMMIT', 1)
  expect(two!.text).toBe('SELECT 1')
  expect(recallStep(history, { back: 3, draft: 'UPD' }, 'BEGIN', 1)).toBeNull()
  expect(recallStep(history, one!.recall, 'COMMIT', -1)!.text).toBe('UPD')
  expect(recallStep(history, notRecalling, 'UPD', -1)).toBeNull()
})

it('looks for letters from the newest back, whatever their case', () => {
  expect(searchBack(history, 'e', 0)).toEqual({ back: 2, text: 'SELECT 1' })
  expect(searchBack(history, 'e', 2)).toEqual({ back: 3, text: 'BEGIN' })
  expect(searchBack(history, 'e', 3)).toBeNull()
})
