/** Opens the lesson that the address names; false when there is none. */
import { learnMore } from '../store/learnMore.ts'
import { readLesson } from './lessonAddress.ts'
import { openLesson } from './openLesson.ts'

export async function openLessonAddress(): Promise<boolean> {
  const place = readLesson(location.search)
  if (place === null) return false
  await learnMore()
  return openLesson(place.name, place.step)
}
