// Plays the recorded sign-ins and writes what comes of them now: `npm run record`. Read the difference before it is committed.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
process.chdir(root)
const outfile = join(root, 'out/record.mjs')
mkdirSync(dirname(outfile), { recursive: true })
await build({
  stdin: {
    contents: `export * from './src/simulate/recorded-sign-ins.fixture.ts'
export * from './src/simulate/recorded-changes.fixture.ts'`,
    resolveDir: root,
    loader: 'ts',
  },
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  outfile,
  logLevel: 'error',
})
const { answersTo, changedText, changesOfAnswers, plannedOf, playedTenant, readRecord, recordFile, writtenRecord } =
  await import(pathToFileURL(outfile))

const recorded = readRecord(readFileSync(recordFile, 'utf8'))
let changed = 0
const played = recorded.flatMap((one) => {
  const { file, changes, signIns } = one
  const tenant = playedTenant(changedText(file, changes))
  if (tenant === undefined) {
    console.log(`left out: ${file} with ${JSON.stringify(changes)} is not a sound tenant file any more`)
    return []
  }
  const planned = plannedOf(tenant)
  if (planned !== one.planned) console.log(`${file}: the sign-ins planned were ${one.planned}, are ${planned}`)
  return [{ file, changes, planned, signIns: signIns.map((signIn) => replayed(file, tenant, signIn)) }]
})

function replayed(file, tenant, { request, answers }) {
  const now = answersTo(tenant, request)
  if (now.join('\n') !== answers.join('\n')) {
    changed += 1
    for (const one of changesOfAnswers(request, answers, now)) console.log(`${file}: ${one}`)
  }
  return { request, answers: now }
}

writeFileSync(recordFile, writtenRecord(played))
console.log(`${changed} recorded sign-ins have changed`)
