/** Whoever magnifies the stage tells it here how large its letters are then at least. */
import { setLeastLetter } from '../scene/letters.ts'

/** In pixels of the stage, before its size changes; 0 = as they are designed. */
export function layOutWithLetters(pixels: number): void {
  setLeastLetter(pixels)
}
