// One import in a separate process; prints seconds of the processor and the peak of the memory in MB.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runCli } from '../dist/cli/run.js'
import { nodeSourceReader } from '../dist/source/files/read-source.js'

const [folder] = process.argv.slice(2)
let said = ''
const code = await runCli(['import', 'exports', '-o', 'tenant.yaml', '--as-of', '2026-01-01'], {
  stdout: () => {},
  stderr: (text) => {
    said += text
  },
  cwd: folder,
  reader: nodeSourceReader(folder),
  writeFile: async (path, data) => writeFileSync(join(folder, path), typeof data === 'string' ? data : ''),
  color: { stdout: false, stderr: false },
  columns: undefined,
  variables: {},
  untilInterrupted: () => AbortSignal.abort(),
})
const { user, system } = process.cpuUsage()
const [, users = '0'] = /understood: .*?([\d,]+) users/.exec(said) ?? []
const memory = process.resourceUsage().maxRSS / 1024
console.log(JSON.stringify({ code, users: Number(users.replaceAll(',', '')), took: (user + system) / 1e6, memory }))
