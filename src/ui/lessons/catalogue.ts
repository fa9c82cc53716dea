/** The lessons by name, in the order in which the list of stories shows them. */
import type { Lesson } from './lesson.ts'
import { whoWinsAPage } from './whoWinsAPage.ts'

export const lessons: readonly Lesson[] = [whoWinsAPage]

export function lessonNamed(name: string): Lesson | undefined {
  return lessons.find(lesson => lesson.name === name)
}
