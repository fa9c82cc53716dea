/**
 * A slider whose command is given once the hand rests: the value follows at once, the engine gets
 * one command instead of fifty, by pointer, keys and assistive technology alike.
 */
import { useEffect, useRef, useState } from 'react'

const restMillis = 250

export interface SliderState {
  value: number
  setValue: (value: number) => void
}

/** `shown` is what is in force; `give` carries out the change. */
export function useSlider(shown: number, give: (value: number) => Promise<unknown>): SliderState {
  const [draft, setDraft] = useState<number | null>(null)
  const latest = useRef(give)
  latest.current = give
  useEffect(() => {
    if (draft === null) return
    const timer = setTimeout(() => {
      const settle = () => setDraft(now => (now === draft ? null : now))
      void latest.current(draft).then(settle, settle)
    }, restMillis)
    return () => clearTimeout(timer)
  }, [draft])
  return { value: draft ?? shown, setValue: setDraft }
}
