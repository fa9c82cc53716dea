/** The hatching of what is asked and not decided, once for the colour of each writer. */
export function TentativePatterns() {
  return (
    <defs>
      {[1, 2, 3, 4].map(hue => (
        <pattern
          key={hue}
          id={`mm-hatch-${hue}`}
          width="4"
          height="4"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <path d="M0 0v4" className={`mm-hatch-line hue-${hue}`} />
        </pattern>
      ))}
    </defs>
  )
}
