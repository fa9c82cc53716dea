/** Has the load of the run played on other configurations, in the laboratory. */
import { openLab } from '../../engine/openLab.ts'
import { engineStore } from '../../store/engineStore.ts'
import { askBill } from './askBill.ts'
import { billStore } from './billStore.ts'

let callOffTask = (): void => undefined

export function callOff(): void {
  callOffTask()
  callOffTask = () => undefined
  if (billStore.getState().comparing === 'running') billStore.setState({ comparing: 'calledOff' })
}

export async function compare(): Promise<void> {
  billStore.setState({ comparing: 'running', share: 0, compared: null, rows: [], problem: '' })
  try {
    await play()
  } catch (why) {
    const problem = why instanceof Error ? why.message : String(why)
    billStore.setState({ comparing: 'failed', problem })
  }
}

async function play(): Promise<void> {
  const { engine } = engineStore.getState()
  if (engine === null) throw new Error('there is no run yet')
  const [recording, { usage }] = await Promise.all([engine.recording(), askBill([])])
  const { range } = billStore.getState()
  const task = openLab().compareBills({ recording, until: usage.at, range }, ({ done, all }) =>
    billStore.setState({ share: all > 0 ? done / all : 1 }),
  )
  callOffTask = task.callOff
  const answer = await task.answer
  if (answer === null) return
  billStore.setState({ comparing: 'done', compared: answer })
}
