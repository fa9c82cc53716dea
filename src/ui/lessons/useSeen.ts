/** Scrolls the words of a lesson so that what was just told is seen; nothing else is scrolled. */
import { type RefObject, useEffect, useRef } from 'react'

/** Pixels left above it. */
const above = 8

/** `news`: each other value is told anew. */
export function useSeen<Its extends HTMLElement>(news: string): RefObject<Its | null> {
  const told = useRef<Its>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the news stands for what is told
  useEffect(() => {
    const place = told.current?.closest('.lesson-content')
    if (!told.current || !place) return
    const down = told.current.getBoundingClientRect().top - place.getBoundingClientRect().top
    place.scrollTop += down - above
  }, [news])
  return told
}
