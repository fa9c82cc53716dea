/** Calls `paint` once for each picture of the screen until stopped. */
export function frameLoop(paint: () => void): () => void {
  let request = 0
  const next = () => {
    paint()
    request = requestAnimationFrame(next)
  }
  request = requestAnimationFrame(next)
  return () => cancelAnimationFrame(request)
}
