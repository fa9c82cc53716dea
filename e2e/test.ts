/** Every test gets the page as an object, and must leave it sound. */
import { test as base } from '@playwright/test'
import { PlaygroundPage } from './playgroundPage.ts'

export const test = base.extend<{ playground: PlaygroundPage }>({
  playground: async ({ page }, use) => {
    const playground = new PlaygroundPage(page)
    await use(playground)
    await playground.isSound()
  },
})

export { expect } from '@playwright/test'
