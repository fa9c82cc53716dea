/** Scrolls the stage, where it is higher than its room, so that what a step speaks of is seen. */

/** The words of the lesson, which take room from the stage, or a layer of it may be on the way. */
const mostTries = 300
/** Pixels of what stands above it that stay in sight. */
const above = 56

export function lookAt(control: string, tries = mostTries): void {
  const found = document.querySelector(`[data-control="${CSS.escape(control)}"]`)
  const place = found?.closest('.stage-place')
  if (found && place && document.querySelector('.lesson-content')) {
    const [it, room] = [found.getBoundingClientRect(), place.getBoundingClientRect()]
    const isSeen = it.top >= room.top && it.bottom <= room.bottom
    if (!isSeen) place.scrollTop += it.top - room.top - above
  } else if (tries > 0) {
    requestAnimationFrame(() => lookAt(control, tries - 1))
  }
}
