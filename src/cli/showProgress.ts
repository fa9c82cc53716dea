/** How far a long run is, on standard error, where somebody looks on; about once a second. */

let shownAt = Date.now()

export function showProgress(text: string): void {
  if (!process.stderr.isTTY || Date.now() - shownAt < 1_000) return
  shownAt = Date.now()
  process.stderr.write(`${text}\n`)
}
