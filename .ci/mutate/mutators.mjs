// Mutants that the instrumenter does not make: order of a list, one element of a list, one operand of a condition.
import { createRequire } from 'node:module'

// Babel comes with the instrumenter, so it is resolved from there.
const fromInstrumenter = createRequire(createRequire(import.meta.url).resolve('@stryker-mutator/instrumenter'))
const { types } = fromInstrumenter('@babel/core')

const copy = (node) => types.cloneNode(node, true)

/** Two neighbors of a list of names change places: the order of rules is their precedence. */
export const neighborSwap = {
  name: 'NeighborSwap',
  *mutate(path) {
    if (!isList(path) || !path.node.elements.every((element) => types.isIdentifier(element))) return
    const { elements } = path.node
    for (let at = 0; at + 1 < elements.length; at += 1)
      yield types.arrayExpression(
        [...elements.slice(0, at), elements[at + 1], elements[at], ...elements.slice(at + 2)].map(copy),
      )
  },
}

/** One element of a list is left out: a rule of its list, a fact of a key. */
export const elementDrop = {
  name: 'ElementDrop',
  *mutate(path) {
    if (!isList(path)) return
    const { elements } = path.node
    for (let at = 0; at < elements.length; at += 1)
      yield types.arrayExpression(elements.filter((_, index) => index !== at).map(copy))
  },
}

/** One operand of `&&` or `||` is left out; comparisons are the business of the instrumenter's own mutators. */
export const operandDrop = {
  name: 'OperandDrop',
  *mutate(path) {
    const { node } = path
    if (!path.isLogicalExpression() || node.operator === '??') return
    for (const [dropped, kept] of [
      [node.left, node.right],
      [node.right, node.left],
    ])
      if (!types.isBinaryExpression(dropped) && !types.isLogicalExpression(dropped)) yield copy(kept)
  },
}

function isList(path) {
  if (!path.isArrayExpression() || path.node.elements.length < 2) return false
  // A pair that is taken apart where it stands is not a list.
  const parent = path.parent
  return !(types.isVariableDeclarator(parent) && types.isArrayPattern(parent.id)) && !isEntry(path)
}

/** A key and its value, of which a map is made, are no list either. */
function isEntry(path) {
  const maker = path.parentPath?.parent
  return types.isArrayExpression(path.parent) && types.isNewExpression(maker) && maker.callee.name === 'Map'
}

/** Parts of a rule that people read or that name it; `because` is what the compiler and a test hold to the answer. */
const labels = new Set(['id', 'question', 'statement', 'citation', 'basis', 'because', 'silentOn', 'examples'])

/** Leaves out what says nothing of the behavior, and what is another mutant's double. */
export const ignorer = {
  shouldIgnore(path) {
    if (path.isThrowStatement()) return 'the message of a defect'
    if (path.isStringLiteral() && path.node.value.startsWith('never assigned')) return 'a reason that people read'
    if (isCacheLabel(path)) return 'a label of a cache, which only tests read'
    if (isForLeavingOut(path)) return 'a part of a key that only a test leaves out'
    if (path.isObjectProperty() && labels.has(path.node.key.name) && isRule(path)) return 'a label of a rule'
    // A comparison with another word than its own is always false, which is a mutant already.
    if (path.isStringLiteral() && types.isBinaryExpression(path.parent)) return 'the double of `false`'
    return undefined
  },
}

/** Makers of caches, and those of their arguments that say what a cache is called and of what its key consists. */
const makersOfCaches = new Set(['declareCache', 'cacheByObject', 'cacheByText', 'cachePerOwner'])
const cacheLabels = new Set(['name', 'owner', 'parts', 'within'])

/** Names alone: the key of a cache is made of values, and of a list of facts where it is given by its name. */
function isCacheLabel(path) {
  const call = path.parentPath?.node
  if (types.isCallExpression(call) && makersOfCaches.has(call.callee.name))
    return path.isStringLiteral() || path.isArrayExpression()
  const made = path.parentPath?.parentPath?.node
  return (
    path.isObjectProperty() &&
    cacheLabels.has(path.node.key.name) &&
    types.isCallExpression(made) &&
    made.callee.name === 'cachePerOwner'
  )
}

/**
 * What `src/every-cache.test.ts` needs to leave one part out of the key of a cache: the name of the part, its substitute, the
 * question, and what computes the key without it, which has `LeftOut` in its name. That test says whether they work, and
 * judges no mutant.
 */
function isForLeavingOut(path) {
  const parent = path.parentPath?.node
  if (types.isCallExpression(parent) && parent.callee.name === 'shown') return [1, 3].includes(path.key)
  if (path.isFunctionDeclaration() || path.isVariableDeclarator())
    return path.node.id.name?.includes('LeftOut') === true
  if (types.isConditionalExpression(parent) && path.key === whereLeftOut(parent.test)) return true
  return path.isBinaryExpression() && isLeftOut(path.node.left)
}

const isLeftOut = (node) =>
  (types.isMemberExpression(node) && node.property.name === 'leftOut') ||
  (types.isIdentifier(node) && node.name === 'leftOut')

/** The side of a conditional expression that is evaluated only where a part is left out. */
function whereLeftOut(test) {
  if (!types.isBinaryExpression(test) || !isLeftOut(test.left)) return undefined
  return test.operator === '===' ? 'alternate' : 'consequent'
}

const isRule = (path) => path.parentPath.parentPath?.node.callee?.name === 'defineRule'
