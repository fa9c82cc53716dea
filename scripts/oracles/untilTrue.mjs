/** Asks again and again until it is so: there is no event to wait for in another process. */
import { setTimeout } from 'node:timers/promises'

const pauseMillis = 15
const patienceMillis = 30_000

/** `isSo` may fail meanwhile, as while a server starts. */
export async function untilTrue(what, isSo) {
  for (let waited = 0; waited < patienceMillis; waited += pauseMillis) {
    if (await isSo().catch(() => false)) return
    await setTimeout(pauseMillis)
  }
  throw new Error(`Waited in vain: ${what}`)
}
