/** What Run takes from the editor. */
import { describe, expect, it } from 'vitest'
import { partToRun } from './partToRun.ts'

const text = "BEGIN;\nUPDATE t SET a = ';' -- two; \nWHERE id = 1;\nCOMMIT"

describe('what Run takes', () => {
  it('is the statement at the cursor, with semicolons in quotes and comments in it', () => {
    expect(partToRun(text, 2, 2).text).toBe('BEGIN;')
    expect(partToRun(text, 12, 12).text).toMatch(/^UPDATE[\s\S]*id = 1;$/)
    expect(partToRun(text, text.length, text.length).text).toBe('COMMIT')
  })

  it('is what is marked, without the spaces around it', () => {
    expect(partToRun(text, 6, 15)).toEqual({ text: 'UPDATE t', from: 7, to: 15, isAll: false })
  })

  it('is the last statement when nothing stands behind it', () => {
    expect(partToRun('SELECT 1;  ', 11, 11)).toEqual({
      text: 'SELECT 1;',
      from: 0,
      to: 9,
      isAll: true,
    })
  })

  it('is nothing where nothing stands, and ends where a quote does not', () => {
    expect(partToRun('  ', 1, 1).text).toBe('')
    expect(partToRun("SELECT 'a; ", 3, 3).text).toBe("SELECT 'a;")
  })
})
