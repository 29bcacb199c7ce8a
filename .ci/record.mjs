// Plays the recorded sign-ins, decisions and estates and writes what comes of them now: `npm run record`. Read the difference before
// it is committed.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
process.chdir(root)
// As deep as what it bundles, since some of it finds the scenarios from its own place.
const outfile = join(root, 'out/record/record.mjs')
mkdirSync(dirname(outfile), { recursive: true })
await build({
  stdin: {
    contents: `export * from './src/simulate/recorded-sign-ins.fixture.ts'
export * from './src/simulate/recorded-changes.fixture.ts'
export * from './src/simulate/conditional-access/recorded-decisions.fixture.ts'
export * from './src/analysis/population/sets-as-alone.fixture.ts'`,
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
const {
  changedText,
  changesOfAnswers,
  plannedOf,
  playedFromCold,
  playedTenant,
  readRecord,
  recordFile,
  writtenRecord,
  ...policies
} = await import(pathToFileURL(outfile))
const { compiledOf, decidedFromCold, decisionsFile, readDecisions, writtenDecisions } = policies
const { estatesFile, playedEstate, readEstates, writtenEstates } = policies

const recorded = readRecord(readFileSync(recordFile, 'utf8'))
let changed = 0

/** How many entries the caches made before, and make now. */
const entriesOf = new Map()

function note(kind, before = 0, now) {
  const [sum, other] = entriesOf.get(kind) ?? [0, 0]
  entriesOf.set(kind, [sum + before, other + now])
}
const played = recorded.flatMap((one) => {
  const { file, changes, signIns } = one
  const tenant = playedTenant(changedText(file, changes))
  if (tenant === undefined) {
    console.log(`left out: ${file} with ${JSON.stringify(changes)} is not a sound tenant file any more`)
    return []
  }
  const planned = plannedOf(tenant)
  if (planned !== one.planned) console.log(`${file}: the sign-ins planned were ${one.planned}, are ${planned}`)
  const requests = signIns.map(({ request }) => request)
  const { answers, entries } = playedFromCold(tenant, requests)
  note('sign-ins', one.entries, entries)
  return [{ file, changes, planned, entries, signIns: signIns.map((signIn, at) => compare(file, signIn, answers[at])) }]
})

function compare(file, { request, answers }, now) {
  if (now.join('\n') !== answers.join('\n')) {
    changed += 1
    for (const one of changesOfAnswers(request, answers, now)) console.log(`${file}: ${one}`)
  }
  return { request, answers: now }
}

writeFileSync(recordFile, writtenRecord(played))
console.log(`${changed} recorded sign-ins have changed`)

let decided = 0

function decidedAgain({ signIns, entries: before, ...sample }) {
  const { answers, entries } = decidedFromCold(
    compiledOf(sample),
    signIns.map(({ signIn }) => signIn),
  )
  note('decisions', before, entries)
  const again = ({ signIn, answers: was }, at) => ({ signIn, answers: compared(answers[at], was) })
  return { ...sample, entries, signIns: signIns.map(again) }
}

/** The answers of now; those that are not as before are shown. */
function compared(now, before) {
  const other = now.flatMap((answer, at) => (answer === before[at] ? [] : [[before[at], answer]]))
  if (other.length > 0) decided += 1
  for (const [was, is] of other) console.log(`a decision was ${was}, is ${is}`)
  return now
}

writeFileSync(decisionsFile, writtenDecisions(readDecisions(readFileSync(decisionsFile, 'utf8')).map(decidedAgain)))
console.log(`${decided} recorded decisions have changed`)

const estates = readEstates(readFileSync(estatesFile, 'utf8')).map(([seed, before, alikeBefore, entriesBefore]) => {
  const { sets: now, alike, entries } = playedEstate(seed)
  note('estates', entriesBefore, entries)
  const sets = now.join(' ')
  if (sets !== before) console.log(`the sign-ins of estate ${seed} made ${before} sets, now ${sets}`)
  else if (alike !== alikeBefore) console.log(`other sign-ins of estate ${seed} are said to go alike`)
  return [seed, sets, alike, entries]
})
writeFileSync(estatesFile, writtenEstates(estates))
for (const [kind, [before, now]] of entriesOf)
  if (before !== now) console.log(`caches made ${before} entries for the recorded ${kind}, now ${now}`)
