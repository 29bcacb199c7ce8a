// Sources with all their mutants in them, each behind a switch, and the list of the mutants.
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Instrumenter } from '@stryker-mutator/instrumenter'
import { elementDrop, ignorer, neighborSwap, operandDrop } from './mutators.mjs'

// The package exports neither its own mutators nor the transformation that takes others, hence the way by the file.
const inside = dirname(createRequire(import.meta.url).resolve('@stryker-mutator/instrumenter'))
const { allMutators } = await import(pathToFileURL(join(inside, 'mutators/index.js')))
const { transformBabel } = await import(pathToFileURL(join(inside, 'transformers/babel-transformer.js')))

const mutators = [...allMutators, neighborSwap, elementDrop, operandDrop]
const transform = (ast, collector, context) => transformBabel(ast, collector, context, mutators)

/** The rooms that are mutated; a mutant is judged by the tests of its own room, trace by those of simulate as well. */
export const rooms = ['rules', 'simulate', 'trace']

const quiet = () => false
const silent = { isDebugEnabled: quiet, debug() {}, info() {}, warn() {}, error() {}, trace() {}, fatal() {} }

/** The files of the rooms that are mutated: neither tests and what they share nor what is generated. */
export function sourceFiles(root) {
  const found = rooms.flatMap((room) => filesBelow(join(root, 'src', room)))
  const isMutated = (file) =>
    file.endsWith('.ts') && !file.endsWith('.test.ts') && !/\/(generated|sample-)|\.fixture\.ts$/.test(file)
  return found
    .map((file) => relative(root, file).replaceAll('\\', '/'))
    .filter(isMutated)
    .sort()
}

/** Stands for a file of tests: the scenarios of all features. */
export const featureTests = '.ci/mutate/feature-tests.mjs'

/** Compare users in sets with users alone, and those who are said to go alike: what splits sets has no other tests. */
export const setTests = [
  'src/analysis/population/sets-as-alone.test.ts',
  'src/analysis/population/alike-sign-ins.test.ts',
]

/** Compares what policies decide with what is recorded. */
export const decisionTests = 'src/simulate/conditional-access/recorded-decisions.test.ts'

/** Tests that compare what is recorded with what happens, and do nothing else. */
export const recordTests = [
  decisionTests,
  'src/simulate/recorded-sign-ins.test.ts',
  'src/analysis/population/sets-as-alone.test.ts',
]

/** Tests that keep nothing from one run to the next but what caches keep, so that all mutants can share their modules. */
export const warmTests = [decisionTests, 'src/simulate/recorded-sign-ins.test.ts', ...setTests]

/** The tests of the rooms, and the features, which take longest and come first. */
export function testFiles(root) {
  const tests = rooms
    .flatMap((room) => filesBelow(join(root, 'src', room)))
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => relative(root, file).replaceAll('\\', '/'))
  return [...new Set([featureTests, ...warmTests, ...tests.sort()])]
}

function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? filesBelow(path) : [path]
  })
}

/** Instruments some files: their texts with the switches in them, and the mutants in the order of the text. */
export async function instrument(root, files) {
  const sources = files.map((name) => ({ name, mutate: true, content: readFileSync(join(root, name), 'utf8') }))
  const instrumenter = new Instrumenter(silent, undefined, undefined, transform)
  const result = await instrumenter.instrument(sources, {
    plugins: null,
    excludedMutations: [],
    ignorers: [ignorer],
    noHeader: false,
  })
  const lines = new Map(sources.map(({ name, content }) => [name, content.split('\n')]))
  const mutants = result.mutants
    .filter(({ status }) => status !== 'Ignored')
    .map((mutant) => described(mutant, lines.get(mutant.fileName)))
  return { texts: new Map(result.files.map(({ name, content }) => [name, content])), mutants: withKeys(mutants) }
}

/** A mutant in the terms of its file. */
function described({ id, fileName, location, mutatorName, replacement }, lines) {
  const { start, end } = location
  const part = lines.slice(start.line, end.line + 1)
  part[part.length - 1] = part.at(-1).slice(0, end.column)
  part[0] = part[0].slice(start.column)
  return {
    id,
    file: fileName,
    room: fileName.split('/')[1],
    line: start.line + 1,
    mutator: mutatorName,
    original: oneLine(part.join(' ')),
    replacement: oneLine(replacement),
    // The place in the text, and what is put there as it is written.
    start: placeOf(lines, start),
    end: placeOf(lines, end),
    put: replacement,
  }
}

const placeOf = (lines, { line, column }) => lines.slice(0, line).reduce((sum, one) => sum + one.length + 1, 0) + column

const oneLine = (text) => text.replace(/\s+/g, ' ').trim()

/** Gives each mutant a key that outlives other changes of the file; equal ones are counted in the order of the text. */
function withKeys(mutants) {
  const seen = new Map()
  return mutants.map((mutant) => {
    const text = `${mutant.file} ${mutant.mutator}: ${mutant.original} => ${mutant.replacement}`
    const number = (seen.get(text) ?? 0) + 1
    seen.set(text, number)
    return { ...mutant, key: number === 1 ? text : `${text} (${number})` }
  })
}
