/** What one was looking at, in a link: instant, speed, selection; what opens anyway is left out. */
import type { View } from '../contract/recording.ts'
import { type BitReader, takeBit, takeRound, takeText } from './bitReader.ts'
import { type BitWriter, putBit, putRound, putText } from './bitWriter.ts'

function putOptionalText(writer: BitWriter, text: string | null): void {
  putBit(writer, text === null ? 0 : 1)
  if (text !== null) putText(writer, text)
}

function takeOptionalText(reader: BitReader, longest: number): string | null {
  return takeBit(reader) === 1 ? takeText(reader, longest) : null
}

export function putView(writer: BitWriter, view: View, opensAt: number): void {
  putBit(writer, view.at === opensAt ? 0 : 1)
  if (view.at !== opensAt) putRound(writer, view.at)
  putOptionalText(writer, view.speed)
  putOptionalText(writer, view.selection)
}

export function takeView(reader: BitReader, opensAt: number): View {
  const at = takeBit(reader) === 1 ? takeRound(reader) : opensAt
  return { at, speed: takeOptionalText(reader, 20), selection: takeOptionalText(reader, 80) }
}
