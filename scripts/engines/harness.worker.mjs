/** The worker of the harness: the engine runs where it runs in the page, beside the main thread. */
import { digests } from './digests.mjs'

try {
  self.postMessage({ digests: digests() })
} catch (error) {
  self.postMessage({ error: String(error) })
}
