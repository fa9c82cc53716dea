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

export function Tabs({ label, pages, shown, onShow, mark, children }: TabsProps) {
  return (
    <Radix.Root className={styles.tabs} value={shown} onValueChange={onShow}>
      <Radix.List className={styles.list} aria-label={label}>
        {pages.map(page => (
          <Radix.Trigger key={page} className={styles.tab} value={page}>
            {page}
            {mark?.(page)}
          </Radix.Trigger>
        ))}
      </Radix.List>
      <Radix.Content className={styles.page} value={shown}>
        {children}
      </Radix.Content>
    </Radix.Root>
  )
}
