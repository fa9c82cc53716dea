/** The first wording that fits, from the fullest on. */
import { fitText, textWidth } from '../label.ts'

/** The last is shortened when none fits. */
export function fittedText(choices: string[], size: number, room: number, isBold = false): string {
  return fittingText(choices, size, room, isBold) || fitText(choices.at(-1) ?? '', size, room)
}

export function fittingText(choices: string[], size: number, room: number, isBold = false): string {
  return choices.find(text => textWidth(text, size, isBold) <= room) ?? ''
}
