/** The verb `durability`: what it reads and refuses. */
import { expect, test } from 'vitest'
import { Refusal } from './refusal.ts'
import { runDurability } from './runDurability.ts'

function refused(...words: string[]): string {
  try {
    runDurability(words)
    return ''
  } catch (error) {
    return error instanceof Refusal ? error.message : String(error)
  }
}

test('H2: with a zone gone there are three schemes, along the time that was asked for', () => {
  const words = ['--zone-gone', '--along', 'mttf', '--repair', '1h', '--histories', '100']
  const { output, exitCode } = runDurability(words)
  expect(output.curves.map(({ scheme }) => scheme)).toEqual(['4/6', '2/3', '3/4'])
  expect(output.curves[0]!.points[0]!.at).toBe(86_400_000_000)
  expect(output.here[0]!.points).toHaveLength(1)
  expect(exitCode).toBe(0)
})

test('what is not known is refused by its place', () => {
  expect(refused('--repair', '2d')).toMatch(/--repair: "2d" is none/)
  expect(refused('--along', 'luck')).toMatch(/--along: there is no time "luck"/)
  expect(refused('--histories', '7')).toMatch(/--histories/)
  expect(refused('--zones', '3')).toMatch(/durability: Unknown option '--zones'/)
})
