/**
 * A button with a word, an icon, or both. Its accessible name never changes with its look; one
 * that switches something says so by `isPressed`.
 */
import type { ButtonHTMLAttributes } from 'react'
import styles from './Button.module.css'
import { Icon, type IconName } from './Icon.tsx'

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  icon?: IconName
  /** The accessible name and tooltip of a button that shows only its icon. */
  name?: string
  look?: 'plain' | 'quiet' | 'strong'
  isPressed?: boolean
}

export function Button(props: ButtonProps) {
  const { icon, name, look = 'plain', isPressed, children, className = '', ...rest } = props
  const only = children === undefined ? styles.only : ''
  return (
    <button
      type="button"
      className={`${styles.button} ${styles[look]} ${only} ${className}`}
      aria-label={name}
      aria-pressed={isPressed}
      title={name}
      {...rest}
    >
      {icon !== undefined && <Icon name={icon} />}
      {children}
    </button>
  )
}
