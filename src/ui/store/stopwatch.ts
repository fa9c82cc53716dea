/**
 * One stopwatch for the stories of a lost writer: what each application felt in the story that is
 * open, and in the other when it was watched before.
 */
import { create } from 'zustand'
import type { Frame } from '../../engine/contract/frame.ts'

export interface Felt {
  story: string
  applications: { id: string; downMicros: number; errors: number }[]
}

const stories = ['promote-a-replica', 'writer-down-others-go-on']

export const stopwatch = create<{ felt: Felt[] }>(() => ({ felt: [] }))

export function isTimed(story: string | undefined): boolean {
  return stories.includes(story ?? '')
}

/** Null for a picture of another story: one that is left, or not shown yet. */
export function feltIn(story: string, frame: Frame): Felt | null {
  const { applications, failover, multiMaster } = frame
  const isOfStory = story === stories[0] ? failover !== null : multiMaster !== null
  if (!isOfStory || applications.length !== 2) return null
  return {
    story,
    applications: applications.map(({ id, downMicros, errors }) => ({ id, downMicros, errors })),
  }
}

/** Keeps what is felt in the story that is open; the other stays as it was last seen. */
export function noteFelt(now: Felt): void {
  const others = stopwatch.getState().felt.filter(({ story }) => story !== now.story)
  stopwatch.setState({ felt: [...others, now] })
}
