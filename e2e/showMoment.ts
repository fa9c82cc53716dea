/** Opens a moment in the page and leaves it standing still there. */
import { expect } from '@playwright/test'
import type { Moment } from './moments.ts'
import type { PlaygroundPage } from './playgroundPage.ts'

export async function showMoment(playground: PlaygroundPage, moment: Moment): Promise<void> {
  const { story, at, query = '', eyes } = moment
  const { page } = playground
  await playground.open(typeof story === 'string' ? `${query}#${story}` : query)
  await playground.pause()
  if (typeof story !== 'string') await playground.load(story)
  await playground.seek(at)
  if (query.includes('panel=')) await expect(page.getByRole('complementary').first()).toBeVisible()
  if (query.includes('with=')) {
    await expect(page.getByRole('region', { name: 'The other' })).toBeVisible({ timeout: 20_000 })
  }
  if (eyes === undefined) return
  const panel = page.getByRole('complementary', { name: 'What this node knows' })
  await panel.getByLabel('Show on the stage').selectOption(eyes)
  await expect(page.getByRole('button', { name: 'Show everything' })).toBeVisible()
  await playground.idle()
}
