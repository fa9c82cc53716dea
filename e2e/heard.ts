/** The page as a screen reader has it: what the browser's accessibility tree says of each thing. */
import type { Page } from '@playwright/test'

export interface Heard {
  role: string
  name: string
  /** Its role, whether it is pressed, and its description, parted by commas. */
  state: string
}

interface Property {
  name: string
  value: { value?: unknown }
}

interface AxNode {
  ignored: boolean
  role?: { value?: string }
  name?: { value?: string }
  description?: { value?: string }
  properties?: Property[]
}

function pressedOf({ properties = [] }: AxNode): string[] {
  const pressed = properties.find(({ name }) => name === 'pressed')?.value.value
  if (pressed === undefined) return []
  return [pressed === 'true' ? 'pressed' : 'not pressed']
}

function heard(node: AxNode): Heard {
  const role = node.role?.value ?? ''
  const description = node.description?.value ?? ''
  const state = [role, ...pressedOf(node), ...(description === '' ? [] : [description])]
  return { role, name: node.name?.value ?? '', state: state.join(', ') }
}

/** All that is named, or that of one role, in reading order. */
export async function heardOf(page: Page, role?: string): Promise<Heard[]> {
  const session = await page.context().newCDPSession(page)
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as { nodes: AxNode[] }
  await session.detach()
  const all = nodes.filter(({ ignored }) => !ignored).map(heard)
  return all.filter(its => its.name !== '' && (role === undefined || its.role === role))
}
