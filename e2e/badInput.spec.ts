/** Bad input: the place and what is allowed are named, and the running session goes on. */
import { expect, test } from './test.ts'

for (const [name, hash] of [
  ['an unknown name', '#no-such-story'],
  ['a link cut short', '#1AAAA'],
] as const) {
  test(`${name} is told and the opening is shown instead`, async ({ playground }) => {
    await playground.page.goto(`./${hash}`)
    await expect(playground.page.getByRole('alert')).toBeVisible()
    await expect(playground.page.getByRole('alert')).toContainText('opening story')
    await expect(playground.copy('a1')).toBeVisible()
  })
}

test('a scenario with a wrong field leaves the running session untouched', async ({
  playground,
}) => {
  await playground.open()
  await playground.seek('300ms')
  const digest = await playground.digest()
  const refused = playground.page.evaluate(() =>
    window.playground.load({ version: 1, name: 'x', titel: 'typo' } as never),
  )
  await expect(refused).rejects.toThrow(/titel/)
  expect(await playground.digest()).toBe(digest)
})

test('a scenario file with a wrong number names the path', async ({ playground }) => {
  await playground.open()
  await playground.tool('Scenarios').click()
  const bad = { version: 1, name: 'bad', title: 'Bad', question: 'Bad?', cluster: { instances: 3 } }
  await playground.page.locator('input[type=file]').setInputFiles({
    name: 'bad.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(bad)),
  })
  await expect(playground.page.getByText(/cluster\.instances/).first()).toBeVisible()
})

test('a worker that dies: the page says so and resumes with nothing lost', async ({
  playground,
}) => {
  await playground.open()
  await playground.seek('100ms')
  await playground.copy('c1').click()
  await playground.seek('300ms')
  const digest = await playground.digest()
  await Promise.all(playground.page.workers().map(worker => worker.evaluate(() => self.close())))
  await expect(playground.page.getByText(/nothing (was|is) lost/i).first()).toBeVisible({
    timeout: 30_000,
  })
  await playground.pause()
  await playground.seek('300ms')
  expect(await playground.digest()).toBe(digest)
})
