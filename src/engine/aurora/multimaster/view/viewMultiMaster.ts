/** The picture of Multi-Master, and what the core's picture cannot know of several writers. */
import type { Frame } from '../../../contract/frame.ts'
import type { World } from '../../world.ts'

export function viewMultiMaster(_world: World, _frame: Frame): void {}
