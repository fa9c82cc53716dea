/**
 * A switch shows what was wished until the cluster shows it: a command takes effect with the next
 * picture. A refusal takes the wish back.
 */
import { useEffect, useState } from 'react'
import type { CommandOutcome } from '../../../engine/contract/commands.ts'

type Give = (isOn: boolean) => Promise<(CommandOutcome | null)[]>

export interface Wish {
  isOn: boolean
  turn: (isOn: boolean) => void
}

/** `shown` is what is in force. */
export function useWish(shown: boolean, give: Give): Wish {
  const [wish, setWish] = useState<boolean | null>(null)
  useEffect(() => {
    if (wish === shown) setWish(null)
  }, [wish, shown])
  const turn = async (isOn: boolean) => {
    setWish(isOn)
    const outcomes = await give(isOn)
    if (!outcomes.every(its => its?.accepted)) setWish(null)
  }
  return { isOn: wish ?? shown, turn: isOn => void turn(isOn) }
}
