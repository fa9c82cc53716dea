/** Nano-dollars as people read them. */
import { formatDollars } from '../../../words/formatDollars.ts'

const nano = 1_000_000_000

export function formatNano(nanoDollars: number): string {
  return formatDollars(String(nanoDollars / nano))
}

/** A month: whole cents, thousands apart. */
export function formatMonth(nanoDollars: number): string {
  const [whole = '0', cents] = (Math.round(nanoDollars / 10_000_000) / 100).toFixed(2).split('.')
  return `$${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${cents}`
}
