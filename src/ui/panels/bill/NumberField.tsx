/** A number with its bounds: what is out of them is drawn in when one leaves the field. */
import { useEffect, useState } from 'react'

interface NumberFieldProps {
  label: string
  value: number
  min: number
  max: number
  step: number | 'any'
  onChange: (value: number) => void
}

export function NumberField({ label, value, min, max, step, onChange }: NumberFieldProps) {
  const [text, setText] = useState(String(value))
  useEffect(() => setText(String(value)), [value])
  const settle = () => {
    const next = Number(text)
    const isNumber = text.trim() !== '' && Number.isFinite(next)
    const fit = isNumber ? Math.min(max, Math.max(min, onGrid(next, step))) : value
    setText(String(fit))
    if (fit !== value) onChange(fit)
  }
  return (
    <label>
      {label}
      <input
        type="number"
        inputMode="decimal"
        value={text}
        min={min}
        max={max}
        step={step}
        onChange={({ target }) => setText(target.value)}
        onBlur={settle}
        onKeyDown={({ key }) => key === 'Enter' && settle()}
      />
    </label>
  )
}

function onGrid(value: number, step: number | 'any'): number {
  return step === 'any' ? value : Math.round(value / step) * step
}
