/** The facts to choose from, by mechanism; those the cluster lacks say why they are not here. */
import type { FactKey } from '../../../engine/contract/facts.ts'
import type { Frame } from '../../../engine/contract/frame.ts'
import { type FactHome, factHome, factName } from '../../../words/factNames.ts'

export interface FactGroup {
  label: string
  isHere: boolean
  facts: { fact: FactKey; name: string }[]
}

type Present = Pick<Frame, 'multiMaster' | 'serverless' | 'failover'>

interface Home {
  label: string
  isHere: (frame: Present) => boolean
  /** Why none of them can come. */
  lacks: string
}

const homes: Record<FactHome, Home> = {
  any: { label: 'In every cluster', isHere: () => true, lacks: '' },
  single: {
    label: 'One writer and its log',
    isHere: ({ multiMaster }) => multiMaster === null,
    lacks: 'several writers work here',
  },
  multi: {
    label: 'Several writers',
    isHere: ({ multiMaster }) => multiMaster !== null,
    lacks: 'this cluster has one writer',
  },
  serverless: {
    label: 'Serverless',
    isHere: ({ serverless }) => serverless !== null,
    lacks: 'no instance is serverless',
  },
  reader: {
    label: 'A reader that takes over',
    isHere: ({ failover }) => failover !== null,
    lacks: 'no reader stands by',
  },
}

export function isHere(fact: FactKey, frame: Present): boolean {
  return homes[factHome(fact)].isHere(frame)
}

export function factGroups(all: FactKey[], frame: Present): FactGroup[] {
  const groups = (Object.keys(homes) as FactHome[]).map(home => {
    const { label, isHere, lacks } = homes[home]
    const facts = all
      .filter(fact => factHome(fact) === home)
      .map(fact => ({ fact, name: factName(fact) }))
    const isPresent = isHere(frame)
    return { label: isPresent ? label : `${label} (not here: ${lacks})`, isHere: isPresent, facts }
  })
  return groups.sort((one, other) => Number(other.isHere) - Number(one.isHere))
}
