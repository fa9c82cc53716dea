/** What stands inside a copy or a page at the present instant; transactions need a window. */
import type { World } from '../../aurora/world.ts'
import type { CopyInside, InsideSubject, PageInside } from '../../contract/inside.ts'
import { copyInside } from './copyInside.ts'
import { pageInside } from './pageInside.ts'

/** Null for what does not exist, and for a transaction. */
export function insideOf(world: World, subject: InsideSubject): CopyInside | PageInside | null {
  const [kind = '', name = ''] = subject.split(/:(.*)/s)
  if (kind === 'copy') return copyInside(world, name)
  return kind === 'page' && name !== '' ? pageInside(world, Number(name)) : null
}
