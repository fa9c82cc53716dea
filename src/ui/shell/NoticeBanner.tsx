/** A message across the page: bad input with place and allowed values, a worker that came back. */
import { engineStore } from '../store/engineStore.ts'
import { openingName, openStory } from '../store/openSource.ts'
import { type Notice, viewStore } from '../store/viewStore.ts'
import { Button } from '../widgets/Button.tsx'
import styles from './NoticeBanner.module.css'

export function NoticeBanner() {
  const notice = viewStore(state => state.notice)
  const law = engineStore(state => state.playback?.stoppedBy?.law ?? null)
  if (notice !== null) return <Banner notice={notice} />
  return law === null ? null : <Banner notice={brokenLaw(law)} />
}

/** Stands as long as one looks at the place: it goes by seeking back. */
function brokenLaw(law: string): Notice {
  const text =
    'The run is stopped there. Its link reproduces it; seek back to look at what led here.'
  return { tone: 'bad', title: `The law ${law} broke.`, text }
}

function Banner({ notice }: { notice: Notice }) {
  const { tone, title, text, problems = [], offersOpening, way } = notice
  return (
    <section
      role={tone === 'bad' ? 'alert' : 'status'}
      className={`${styles.banner} ${styles[tone]}`}
    >
      <div>
        <strong>{title}</strong> {text}
        {problems.length > 0 && <Problems problems={problems} />}
      </div>
      <div className={styles.ways}>
        {offersOpening && (
          <Button onClick={() => openStory(openingName)}>Open the first story</Button>
        )}
        {way !== undefined && <Button onClick={way.go}>{way.words}</Button>}
        <Button
          icon="close"
          look="quiet"
          name="Dismiss the message"
          onClick={() => viewStore.setState({ notice: null })}
        />
      </div>
    </section>
  )
}

/** More than a few would hide the page; the rest shows once these are mended. */
const most = 5

function Problems({
  problems,
}: {
  problems: { path: string; message: string; allowed: string | null }[]
}) {
  const rest = problems.length - most
  return (
    <ul className={styles.problems}>
      {problems.slice(0, most).map(({ path, message, allowed }) => (
        <li key={`${path} ${message}`}>
          {path !== '' && <code>{path}</code>} {message}
          {allowed !== null && <span className={styles.allowed}> Allowed: {allowed}</span>}
        </li>
      ))}
      {rest > 0 && <li>and {rest} more</li>}
    </ul>
  )
}
