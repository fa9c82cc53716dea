/** Copies what stands in the address bar, which opens what is set here again. */
import { useState } from 'react'
import { announce } from '../store/announce.ts'
import { Button } from '../widgets/Button.tsx'

const copying = 'Copy a link to this setting'

export function CopyAddress() {
  const [word, setWord] = useState(copying)
  const copy = async () => {
    const isCopied = await navigator.clipboard.writeText(location.href).then(
      () => true,
      () => false,
    )
    const said = isCopied ? 'Copied' : 'Copy it from the address bar'
    setWord(said)
    announce(said)
  }
  return (
    <Button icon="share" onClick={copy} onBlur={() => setWord(copying)}>
      {word}
    </Button>
  )
}
