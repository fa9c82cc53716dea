/** How the unit and property tests run: in Node, beside the code, each file by itself. */
import { defineConfig } from 'vitest/config'
import { peggyPlugin } from './scripts/peggyPlugin.mjs'

export default defineConfig({
  plugins: [peggyPlugin()],
  test: {
    environment: 'node',
    include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'gates/**/*.test.ts', 'bench/**/*.test.ts'],
    testTimeout: 30_000,
    maxWorkers: 2,
    passWithNoTests: true,
    coverage: { include: ['src/engine/**/*.ts'], exclude: ['**/*.test.ts'] },
  },
})
