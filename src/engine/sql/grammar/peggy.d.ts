/** What a compiled grammar gives: see scripts/peggyPlugin.mjs. */
declare module '*.peggy' {
  /** Throws what the grammar throws, or an error with the furthest place it came to. */
  export function parse(text: string, options: object): unknown
}
