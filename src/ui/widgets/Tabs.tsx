/**
 * Pages of a panel, one at a time, behind tabs in a row. Arrows go from tab to tab, Tab goes into
 * the page; roles and keys are those of Radix.
 */
import * as Radix from '@radix-ui/react-tabs'
import type { ReactNode } from 'react'
import styles from './Tabs.module.css'

interface TabsProps {
  label: string
  /** Names of the pages, in the order of their tabs. */
  pages: readonly string[]
  shown: string
  onShow: (page: string) => void
  /** What stands behind the name of a page, such as how much is on it. */
  mark?: (page: string) => ReactNode
  children: ReactNode
}

/** A page is known by its place, since ids are made of it and a name may hold spaces. */
export function Tabs({ label, pages, shown, onShow, mark, children }: TabsProps) {
  const place = String(pages.indexOf(shown))
  return (
    <Radix.Root
      className={styles.tabs}
      value={place}
      onValueChange={chosen => onShow(pages[Number(chosen)] ?? shown)}
    >
      <Radix.List className={styles.list} aria-label={label}>
        {pages.map((page, at) => (
          <Radix.Trigger key={page} className={styles.tab} value={String(at)}>
            {page}
            {mark?.(page)}
          </Radix.Trigger>
        ))}
      </Radix.List>
      <Radix.Content className={styles.page} value={place}>
        {children}
      </Radix.Content>
    </Radix.Root>
  )
}
