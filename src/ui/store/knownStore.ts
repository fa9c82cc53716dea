/** What the chosen actor knows, as told last; null while the stage shows everything. */
import { create } from 'zustand'
import type { Knowledge } from '../../engine/contract/knowledge.ts'

export const knownStore = create<{ known: Knowledge | null }>()(() => ({ known: null }))
