/** Finds or installs the browser of the page tests, and says which one it is. */
import { installBrowser } from './installBrowser.mjs'

try {
  console.log(await installBrowser())
} catch (error) {
  console.error(error.message)
  process.exit(1)
}
