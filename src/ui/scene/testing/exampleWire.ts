/** What went to storage, made by hand for the tests of the page. */
import type { WireView } from '../../../engine/contract/volumeDetailView.ts'

export const exampleWire: WireView = {
  transactions: 1_000,
  rows: 2_000,
  aurora: { writes: 700, messages: 4_200, bytes: 1_440_000, writesPpm: 700_000, bytesEach: 1_440 },
  mirrored: {
    writes: 6_000,
    messages: 24_000,
    bytes: 270_000_000,
    writesPpm: 6_000_000,
    bytesEach: 270_000,
  },
  mirroredCommitMicros: 9_400,
  published: { auroraPpm: 950_000, mirroredPpm: 7_400_000 },
}
