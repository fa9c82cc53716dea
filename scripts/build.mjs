/** `npm run build`: builds the page into dist/ when a source has changed since the last build. */
import { buildPage } from './buildPage.mjs'

console.log((await buildPage()) ? 'The page is built in dist/.' : 'dist/ is up to date.')
