/** A year of 365.25 days in microseconds, as the reference counts mean times to failure. */
export const year = 31_557_600_000_000
