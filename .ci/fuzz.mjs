// Fuzzes every reader of the product for longer than `npm test` does, with a seed to repeat it.
//   npm run fuzz -- --seconds 600 --seed 7 [--only READER] [--path PATH-OF-A-FAILURE]
import { spawnSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '300' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 31)) },
    only: { type: 'string', default: '' },
    path: { type: 'string' },
  },
})
console.log(`seed ${values.seed}, ${values.seconds} seconds`)
const { status } = spawnSync(process.execPath, [join(root, 'node_modules/vitest/vitest.mjs'), 'run', 'src/cli/fuzz'], {
  cwd: root,
  stdio: 'inherit',
  env: {
    ...process.env,
    AUTHPLAN_FUZZ_SECONDS: values.seconds,
    AUTHPLAN_FUZZ_SEED: values.seed,
    AUTHPLAN_FUZZ_ONLY: values.only,
    ...(values.path === undefined ? {} : { AUTHPLAN_FUZZ_PATH: values.path }),
  },
})
process.exitCode = status ?? 1
