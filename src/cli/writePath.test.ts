/** The verb `writepath`: what it reads and refuses. */
import { expect, test } from 'vitest'
import { Refusal } from './refusal.ts'
import { runWritePath } from './runWritePath.ts'

function refused(...words: string[]): string {
  try {
    runWritePath(words)
    return ''
  } catch (error) {
    return error instanceof Refusal ? error.message : String(error)
  }
}

test('Y8: both sides of one load, with its seed', () => {
  const { output, exitCode } = runWritePath(['--sessions', '2', '--writes', '1', '--seed', '9'])
  expect(output.request).toMatchObject({ sessions: 2, writes: 1, seed: 9, isDiskDown: false })
  expect(output.mirrored.ios).toBeGreaterThan(output.aurora.ios)
  expect(exitCode).toBe(0)
})

test('what is not known is refused by its place', () => {
  expect(refused('--sessions', '0')).toMatch(/--sessions: "0" is none/)
  expect(refused('--pages', 'all')).toMatch(/--pages: "all" is none/)
  expect(refused('--disks', '3')).toMatch(/writepath: Unknown option '--disks'/)
})
