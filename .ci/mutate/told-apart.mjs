// Which tests can tell a mutant from the original: where the two never have different values, no test can notice it.
import { createRequire } from 'node:module'

// Babel comes with the instrumenter, so it is resolved from there.
const fromInstrumenter = createRequire(createRequire(import.meta.url).resolve('@stryker-mutator/instrumenter'))
const { transformSync, types } = fromInstrumenter('@babel/core')

const isSwitch = (node) =>
  types.isConditionalExpression(node) && types.isCallExpression(node.test) && node.test.callee.name === switchName

const switchName = 'stryMutAct_9fa48'
const coverName = 'stryCov_9fa48'

/** What changes something when it is evaluated; such an expression cannot be evaluated a second time to compare it. */
const changing = new Set(['push', 'set', 'add', 'delete', 'splice', 'sort', 'unshift', 'pop', 'shift', 'fill', 'next'])

/** What functions that are given it write to, wherever it is passed on by this name. */
const written = new Set(['narration', 'builder', 'steps', 'working', 'recorder', 'trial', 'filling', 'gathered'])

const isChanged = (node) => types.isIdentifier(node) && written.has(node.name)

function isChanging(node) {
  if (types.isFunction(node)) return false
  if (
    types.isAssignmentExpression(node) ||
    types.isUpdateExpression(node) ||
    types.isYieldExpression(node) ||
    types.isAwaitExpression(node)
  )
    return true
  if (types.isCallExpression(node) && (changing.has(node.callee.property?.name) || node.arguments.some(isChanged)))
    return true
  return (types.VISITOR_KEYS[node.type] ?? []).some((key) =>
    [node[key]].flat().some((child) => child != null && isChanging(child)),
  )
}

/** A copy and what it is a copy of hold the same; whether one is changed later, comparing them does not show. */
const isCopy = (node) =>
  types.isCallExpression(node) && node.callee.property?.name === 'slice' && node.arguments.length === 0

const lazy = (node) => types.arrowFunctionExpression([], node)

const idsOf = (nodes) => types.arrayExpression(nodes.map((id) => types.numericLiteral(Number(id))))

/** Mutants of one expression, and the expression itself, from the chain of switches that the instrumenter has made. */
function chainOf(node) {
  const ids = []
  const mutants = []
  let rest = node
  for (; isSwitch(rest); rest = rest.alternate) {
    ids.push(rest.test.arguments[0].value)
    mutants.push(rest.consequent)
  }
  // The rest counts its coverage first.
  return { ids, mutants, original: rest.expressions.at(-1) }
}

const plugin = {
  visitor: {
    ConditionalExpression(path) {
      if (!isSwitch(path.node)) return
      const { ids, mutants, original } = chainOf(path.node)
      if (isCopy(original) || [original, ...mutants].some(isChanging)) return
      const parts = [idsOf(ids), types.arrayExpression(mutants.map(lazy)), lazy(original)]
      path.replaceWith(types.callExpression(types.identifier('toldApart'), parts))
    },
    CallExpression(path) {
      const { callee, arguments: ids } = path.node
      if (callee.name !== coverName || !ids.every((id) => types.isStringLiteral(id))) return
      const numbers = idsOf(ids.map(({ value }) => value))
      path.replaceWith(types.callExpression(types.identifier('reachedAll'), [numbers]))
    },
  },
}

/** The instrumented text, with each expression compared with its mutants instead of only being counted. */
export function comparing(text) {
  const options = { configFile: false, babelrc: false, parserOpts: { plugins: ['typescript'] }, plugins: [plugin] }
  return transformSync(text, { ...options, generatorOpts: { retainLines: false } }).code
}

/** How often an expression is compared with one mutant in one test; more would take too long. */
const comparisons = 100

/** The stores of caches, which neither give nor keep anything while a mutant is evaluated for comparison. */
export const uncached = (text) =>
  text
    .replaceAll(/export function recall\w*<[\s\S]*?\{\n/g, (head) => `${head}if (isComparing()) return undefined\n`)
    .replaceAll(/export function keep\w*<[\s\S]*?\{\n/g, (head) => `${head}if (isComparing()) return value\n`)
    .replaceAll(
      /export function (?:atSecondTime|whenHot)<[\s\S]*?\{\n/g,
      (head) => `${head}if (isComparing()) return make()\n`,
    )
    .replaceAll(/const find = .*=> \{\n/g, (head) => `${head}if (isComparing()) return make()\n`)

/** What notes which signals are read, of which none counts that is read for comparison. */
export const unnoted = (text) =>
  text.replace(/function note\([\s\S]*?\): void \{\n/, (head) => `${head}if (isComparing()) return\n`)

/** Records what the tests that run now reach, and what they tell apart. */
export function recordReach() {
  let hits = new Map()
  let told = new Set()
  let compared = new Map()
  let isComparing = false
  const reachedAll = (ids) => {
    if (isComparing) return
    for (const id of ids) {
      hits.set(id, (hits.get(id) ?? 0) + 1)
      told.add(id)
    }
  }
  const isOther = (id, value, mutant) => {
    const times = (compared.get(id) ?? 0) + 1
    compared.set(id, times)
    if (times > comparisons) return true
    isComparing = true
    try {
      return !isSame(value, mutant())
    } catch {
      return true
    } finally {
      isComparing = false
    }
  }
  Object.assign(globalThis, {
    reachedAll,
    isComparing: () => isComparing,
    toldApart: (ids, mutants, original) => {
      if (isComparing) return original()
      for (const id of ids) hits.set(id, (hits.get(id) ?? 0) + 1)
      let value
      try {
        value = original()
      } catch (error) {
        for (const id of ids) told.add(id)
        throw error
      }
      for (let at = 0; at < ids.length; at += 1)
        if (!told.has(ids[at]) && isOther(ids[at], value, mutants[at])) told.add(ids[at])
      return value
    },
  })
  /** What was recorded since the last time. */
  return () => {
    const recorded = { hits: Object.fromEntries(hits), told: [...told].map(String) }
    hits = new Map()
    told = new Set()
    compared = new Map()
    return recorded
  }
}

/** Whether two values are the same to whoever reads them: lists by their elements, all others by identity. */
function isSame(one, other) {
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((value, at) => Object.is(value, other[at]))
  return Object.is(one, other)
}
