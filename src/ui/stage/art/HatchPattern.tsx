/** The hatching over what is down. */
export function HatchPattern() {
  return (
    <defs>
      <pattern
        id="stage-hatch"
        width="9"
        height="9"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <path d="M0 0v9" className="hatch-line" />
      </pattern>
    </defs>
  )
}
