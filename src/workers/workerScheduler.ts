/**
 * Time and turns in a worker. A message to ourselves queues behind the messages of the page that
 * are already waiting, so that a long computation never keeps a call from being answered.
 */
import type { Scheduler } from './pump.ts'

export function workerScheduler(): Scheduler {
  const { port1, port2 } = new MessageChannel()
  const tasks: (() => void)[] = []
  port2.onmessage = () => tasks.shift()?.()
  return {
    clock: () => performance.now(),
    soon: task => {
      tasks.push(task)
      port1.postMessage(null)
    },
    later: (task, millis) => {
      setTimeout(task, millis)
    },
  }
}
