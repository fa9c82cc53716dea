/**
 * A slider whose command is given once the hand rests: the value follows at once, the engine gets
 * one command instead of fifty, by pointer, keys and assistive technology alike.
 */
import { useEffect, useRef, useState } from 'react'

const restMillis = 250

export interface SliderState<Value> {
  value: Value
  setValue: (value: Value) => void
}

/** `shown` is what is in force; `give` carries out the change. */
export function useSlider<Value = number>(
  shown: Value,
  give: (value: Value) => Promise<unknown>,
): SliderState<Value> {
  const [draft, setDraft] = useState<Value | null>(null)
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
  return { value: draft ?? shown, setValue: value => setDraft(() => value) }
}
