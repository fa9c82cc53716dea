/** Ways through the run: to the next marked moment, by kind, and how the timeline is looked at. */
import { nextMark, previousMark } from '../store/jumpToMark.ts'
import { Button } from '../widgets/Button.tsx'
import { Popup } from '../widgets/Popup.tsx'
import { TimelineMenu } from './TimelineMenu.tsx'
import styles from './TimelineTools.module.css'

export function TimelineTools() {
  return (
    <fieldset className={styles.tools} aria-label="Marked moments">
      <Button look="quiet" name="Previous marked moment" onClick={previousMark}>
        ◂
      </Button>
      <Popup name="Moments and timeline" label="Moments" look="quiet">
        {() => <TimelineMenu />}
      </Popup>
      <Button look="quiet" name="Next marked moment" onClick={nextMark}>
        ▸
      </Button>
    </fieldset>
  )
}
