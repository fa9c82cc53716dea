/** Opens the lesson that the address names; one that does not exist is told over what opens. */
import { learnMore } from '../store/learnMore.ts'
import { openAddress } from '../store/openAddress.ts'
import { viewStore } from '../store/viewStore.ts'
import { lessons } from './catalogue.ts'
import { readLesson } from './lessonAddress.ts'
import { openLesson } from './openLesson.ts'

export async function openLessonAddress(): Promise<void> {
  const place = readLesson(location.search)
  if (place === null) return openAddress()
  await learnMore()
  if (await openLesson(place.name, place.step)) return
  await openAddress()
  tellUnknown(place.name)
}

function tellUnknown(name: string): void {
  const allowed = lessons.map(lesson => lesson.name).join(', ')
  const problems = [{ path: 'lesson', message: `there is none called ${name}`, allowed }]
  const title = 'There is no lesson of that name.'
  viewStore.setState({ notice: { tone: 'bad', title, problems } })
}
