/** What differs now; it is ringed on the stage of the run while that is wished. */
import { useEffect, useMemo } from 'react'
import { lightNames } from '../../words/compareWords.ts'
import { engineStore } from '../store/engineStore.ts'
import { viewStore } from '../store/viewStore.ts'
import { compareStore } from './compareStore.ts'
import { type Differences, whatDiffers } from './whatDiffers.ts'

const none: Differences = { here: [], there: [], lines: [] }

/** A lagging side differs in its instant: that is no difference between the clusters. */
export function useDifferences(): Differences {
  const { frame: there, isLate, isRinged, stage, wish, sides } = compareStore()
  const kinship = sides.some(({ preset }) => preset === wish) ? 'sameLoad' : 'otherStory'
  const here = engineStore(state => state.frame)
  const found = useMemo(() => {
    if (here === null || there === null || isLate || stage !== 'open') return none
    return whatDiffers(here, there, kinship)
  }, [here, there, isLate, stage, kinship])
  const ids = isRinged ? found.here.join(' ') : ''
  useEffect(() => {
    viewStore.setState({ highlighted: ids === '' ? null : ids.split(' ') })
  }, [ids])
  const lights = isRinged ? lightsOf(found) : ''
  useEffect(() => {
    document.documentElement.dataset.differs = lights
    return () => void delete document.documentElement.dataset.differs
  }, [lights])
  return isRinged ? found : { ...found, here: [], there: [] }
}

/** Lights are no things of the cluster: the style sheet rings them on both stages. */
function lightsOf({ lines }: Differences): string {
  const ids = lines.map(({ id }) => id)
  return ids.filter(id => Object.hasOwn(lightNames, id)).join(' ')
}
