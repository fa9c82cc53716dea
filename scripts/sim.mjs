/**
 * `npm run -s sim -- VERB …`: the same engine without a page. Installs what is missing, bundles
 * `src/cli/main.ts` when a source is newer, and runs it; standard output carries JSON alone.
 */
import { bundleForNode } from './bundleForNode.mjs'
import { installDependencies } from './installDependencies.mjs'
import { requireNode } from './requireNode.mjs'

requireNode()
installDependencies()
const { main } = await bundleForNode('src/cli/main.ts')
process.exitCode = main(process.argv.slice(2))
