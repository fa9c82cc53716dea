/** Rule: a file says in its first lines what it is, in the words of the domain. */
import type { Source } from './source.ts'

const shebang = /^#!.*\n/

export function header({ path, text }: Source): string[] {
  const start = text.replace(shebang, '').trimStart()
  const opening = path.endsWith('.css') ? '/*' : '/**'
  if (start.startsWith(opening)) return []
  return [
    `begins without a header: open it with ${opening} one to five sentences about what it is */`,
  ]
}
