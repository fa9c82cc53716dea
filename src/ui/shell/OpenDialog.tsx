/** The dialog that is open, loaded when it is first asked for. */
import { lazy, Suspense } from 'react'
import { type DialogName, viewStore } from '../store/viewStore.ts'
import { ModalDialog } from '../widgets/ModalDialog.tsx'
import { dialogTitles } from './titles.ts'

const contents = {
  scenarios: lazy(async () => ({
    default: (await import('../panels/scenarios/ScenarioPicker.tsx')).ScenarioPicker,
  })),
  share: lazy(async () => ({ default: (await import('../share/SharePanel.tsx')).SharePanel })),
  keys: lazy(async () => ({ default: (await import('../panels/keys/KeysHelp.tsx')).KeysHelp })),
  stopWhen: lazy(async () => ({
    default: (await import('../panels/stopWhen/StopWhen.tsx')).StopWhen,
  })),
  neighbours: lazy(async () => ({
    default: (await import('../panels/neighbours/Neighbours.tsx')).Neighbours,
  })),
  whichRange: lazy(async () => ({
    default: (await import('../panels/whichRange/WhichRange.tsx')).WhichRange,
  })),
  palette: lazy(async () => ({ default: (await import('../palette/Palette.tsx')).Palette })),
  looks: lazy(async () => ({ default: (await import('./Looks.tsx')).Looks })),
  durability: lazy(async () => ({
    default: (await import('../panels/durability/Durability.tsx')).Durability,
  })),
  create: lazy(async () => ({
    default: (await import('../panels/create/CreateCluster.tsx')).CreateCluster,
  })),
  writePath: lazy(async () => ({
    default: (await import('../panels/writePath/WritePath.tsx')).WritePath,
  })),
  scaleOut: lazy(async () => ({
    default: (await import('../panels/scaleout/ScaleOut.tsx')).ScaleOut,
  })),
}

const wide: ReadonlySet<DialogName> = new Set([
  'scenarios',
  'keys',
  'neighbours',
  'scaleOut',
  'whichRange',
  'durability',
  'writePath',
])

export function OpenDialog() {
  const dialog = viewStore(state => state.dialog)
  if (dialog === null) return null
  const Content = contents[dialog]
  return (
    <ModalDialog
      key={dialog}
      title={dialogTitles[dialog]}
      isWide={wide.has(dialog)}
      onClose={() => viewStore.setState({ dialog: null })}
    >
      <Suspense fallback={<p>Loading…</p>}>
        <Content />
      </Suspense>
    </ModalDialog>
  )
}
