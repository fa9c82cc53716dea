/** The folder of the project, wherever it stands and whatever folder a script is called from. */
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

export const projectFolder = dirname(dirname(fileURLToPath(import.meta.url)))
