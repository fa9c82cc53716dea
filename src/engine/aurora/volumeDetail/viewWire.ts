/**
 * What crosses the network to storage: redo records to all copies; and beside it what a mirrored
 * MySQL would write for the same transactions, its log, its binary log, each changed page and its
 * double write, to four disks (2017 §3.1, figure 2, and §3.2, table 1). That is arithmetic, not a
 * simulation: MySQL may write a page once for several changes of it. Rule L21.
 */
import type { WireCostView, WireView } from '../../contract/volumeDetailView.ts'
import type { ParameterValues } from '../../contract/parameters.ts'
import type { Micros } from '../../contract/units.ts'
import type { RedoSent, World } from '../world.ts'

const million = 1_000_000
/** As a lecture on 2017 §3.1 has it. */
const pageBytes = 8_192
/** Two EBS volumes, each with its mirror. */
const disks = 4

export function viewWire({ parameters, redoSent }: World): WireView {
  const { transactions, rows } = redoSent
  return {
    transactions,
    rows,
    aurora: auroraCost(parameters, redoSent),
    mirrored: mirroredCost(parameters, redoSent),
    mirroredCommitMicros: mirroredCommit(parameters),
    published: { auroraPpm: 950_000, mirroredPpm: 7_400_000 },
  }
}

function auroraCost(parameters: ParameterValues, redoSent: RedoSent): WireCostView {
  const { transactions, batches, messages, copies } = redoSent
  const bytes = copies * parameters['instance.redoRecordSize']
  return costOf(transactions, { writes: batches, messages, bytes })
}

/** Two logs a transaction; of each changed row its page, twice. */
function mirroredCost(parameters: ParameterValues, redoSent: RedoSent): WireCostView {
  const { transactions, rows, records } = redoSent
  const writes = 2 * transactions + 2 * rows
  const logBytes = 2 * records * parameters['instance.redoRecordSize']
  const bytes = disks * (logBytes + 2 * rows * pageBytes)
  return costOf(transactions, { writes, messages: disks * writes, bytes })
}

function costOf(
  transactions: number,
  sums: Pick<WireCostView, 'writes' | 'messages' | 'bytes'>,
): WireCostView {
  const each = (sum: number) => (transactions === 0 ? 0 : Math.floor(sum / transactions))
  return { ...sums, writesPpm: each(sums.writes * million), bytesEach: each(sums.bytes) }
}

/** Its disk with the mirror, the standby in another zone, and the standby's disk and mirror. */
function mirroredCommit(parameters: ParameterValues): Micros {
  const ownDisk = 2 * parameters['network.sameAzOneWay'] + parameters['storage.persist']
  return 2 * ownDisk + 2 * parameters['network.crossAzOneWay']
}
