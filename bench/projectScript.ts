/** Takes up a script of the project as it stands, unbundled, so that it knows where it is. */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

export function projectScript<Script>(name: string): Promise<Script> {
  const path = join(process.cwd(), 'scripts', name)
  return import(/* @vite-ignore */ pathToFileURL(path).href)
}
