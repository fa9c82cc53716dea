/** The bill at the instant shown, at the prices that one has chosen. */
import type { BillAnswer, Usage } from '../../../engine/contract/bill.ts'
import { engineStore } from '../../store/engineStore.ts'
import { billStore } from './billStore.ts'

/** `usages`: priced beside it. */
export async function askBill(usages: Usage[]): Promise<BillAnswer> {
  const { engine } = engineStore.getState()
  if (engine === null) throw new Error('there is no run yet')
  const { prices, backupGb, sizing } = billStore.getState()
  return engine.bill({ prices, backupGb, usages, sizing })
}
