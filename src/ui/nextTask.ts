/** Gives way to whatever else waits for the main thread, and goes on in a task of its own. */
export function nextTask(): Promise<void> {
  return new Promise(resolve => setTimeout(resolve))
}
