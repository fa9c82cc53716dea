/** The run as a link: whoever opens it sees the same run, to the last digit of its digest. */
import { useEffect, useRef, useState } from 'react'
import { Button } from '../widgets/Button.tsx'
import { announce } from '../store/announce.ts'
import styles from './SharePanel.module.css'
import { shareAddress } from '../store/shareAddress.ts'

export function SharePanel() {
  const [address, setAddress] = useState('')
  const [word, setWord] = useState('Copy link')
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    void shareAddress().then(setAddress)
  }, [])
  const copy = async () => {
    const isCopied = await copyText(address, field.current)
    const said = isCopied ? 'Copied' : 'Press Ctrl+C'
    setWord(said)
    announce(said)
  }
  return (
    <>
      <p>
        The link holds the story, what you changed and the instant shown. It opens the same run
        anywhere, without a server.
      </p>
      <div className={styles.row}>
        <input
          ref={field}
          className={styles.field}
          readOnly
          aria-label="Link to this run"
          value={address}
          onFocus={event => event.target.select()}
        />
        <Button look="strong" disabled={address === ''} onClick={copy}>
          {word}
        </Button>
      </div>
      <p className={styles.note}>{lengthWord(address)}</p>
    </>
  )
}

function lengthWord(address: string): string {
  const length = address.slice(address.indexOf('#') + 1).length
  return address === '' ? 'Making the link…' : `${length} characters after the #.`
}

/** Where the clipboard is not to be had, the text is at least marked for the person to copy. */
async function copyText(text: string, field: HTMLInputElement | null): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    field?.select()
    return false
  }
}
