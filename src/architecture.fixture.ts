import { parseSync } from 'oxc-parser'

/** One import, export-from, dynamic import or import type of a source file. */
export interface Import {
  readonly from: string
  readonly line: number
  readonly typeOnly: boolean
}

/** Something at a line. */
export interface Place {
  readonly name: string
  readonly line: number
}

/** What the architecture test wants to knows about one source file. */
export interface Scan {
  readonly lines: number
  readonly imports: readonly Import[]
  readonly functions: readonly (Place & { readonly lines: number })[]
  readonly classes: readonly Place[]
  /** Reads of the clock, the process, the console, chance or the locale. */
  readonly impure: readonly Place[]
  /** What a module could keep from one call to the next: weak maps, its empty maps, its variables. */
  readonly kept: readonly Place[]
}

type Node = Readonly<Record<string, unknown>> & { readonly type: string; readonly start: number; readonly end: number }

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'

const childrenOf = (node: Node): readonly Node[] => Object.values(node).flat().filter(isNode)

const nameOf = (value: unknown): string =>
  isNode(value) ? String(value['name'] ?? value['value'] ?? (value['id'] ? nameOf(value['id']) : '')) : ''

/** The nodes of a tree, each with its parent, in the order of the text. */
function* nodesOf(node: Node, parent?: Node): Generator<{ readonly node: Node; readonly parent: Node | undefined }> {
  yield { node, parent }
  for (const child of childrenOf(node)) yield* nodesOf(child, node)
}

/** The import that a node makes, if it is one. */
function importOf(node: Node): { readonly from: string; readonly typeOnly: boolean } | undefined {
  const literal = (value: unknown): string | undefined =>
    isNode(value) && value.type === 'Literal' && typeof value['value'] === 'string' ? value['value'] : undefined
  const from = literal(node['source']) ?? literal(node['argument'])
  if (from === undefined) return undefined
  if (node.type === 'ImportDeclaration') return { from, typeOnly: node['importKind'] === 'type' }
  if (/^Export(Named|All)Declaration$/.test(node.type)) return { from, typeOnly: node['exportKind'] === 'type' }
  if (node.type === 'ImportExpression') return { from, typeOnly: false }
  return node.type === 'TSImportType' ? { from, typeOnly: true } : undefined
}

const impureGlobals = new Set(['console', 'process', 'performance', 'Intl'])
const impureMembers = new Set(['Date.now', 'Math.random', 'crypto.randomUUID', 'crypto.getRandomValues'])

/** Why an expression is not a function of its inputs. */
function impurityOf(node: Node, parent: Node | undefined): string | undefined {
  if (node.type === 'Identifier' && impureGlobals.has(nameOf(node)) && isReference(node, parent)) return nameOf(node)
  if (node.type === 'MemberExpression') {
    const property = nameOf(node['property'])
    const path = `${nameOf(node['object'])}.${property}`
    if (impureMembers.has(path)) return path
    if (/^(toLocale\w*|localeCompare)$/.test(property)) return property
  }
  const noArguments = Array.isArray(node['arguments']) && node['arguments'].length === 0
  if (node.type === 'NewExpression' && nameOf(node['callee']) === 'Date' && noArguments) return 'new Date()'
  return node.type === 'CallExpression' && nameOf(node['callee']) === 'Date' ? 'Date()' : undefined
}

/** Whether an identifier reads a variable, and is not the name of a property or a type. */
function isReference(node: Node, parent: Node | undefined): boolean {
  if (parent === undefined || /^TS(?!As|NonNull|Satisfies)/.test(parent.type)) return false
  if (parent['computed'] === true) return true
  return parent['property'] !== node && parent['key'] !== node
}

const isNew = (node: Node, names: RegExp): boolean =>
  node.type === 'NewExpression' && names.test(nameOf(node['callee']))

const isEmptyMap = (node: Node): boolean =>
  isNew(node, /^Map$/) && Array.isArray(node['arguments']) && node['arguments'].length === 0

/** The values that the variables of a module have, without what stands inside of functions and calls. */
function moduleValues(program: Node): readonly Node[] {
  const inside = (node: Node): readonly Node[] => [
    node,
    ...(/Function|^(Call|Array)Expression$/.test(node.type) ? [] : childrenOf(node).flatMap(inside)),
  ]
  return childrenOf(program)
    .map((node) => (isNode(node['declaration']) ? node['declaration'] : node))
    .filter(({ type }) => type === 'VariableDeclaration')
    .flatMap(inside)
}

/** Reads one source file; a file that does not parse is an error. */
export function scan(path: string, text: string): Scan {
  const { program, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`)
  const starts = [0, ...[...text.matchAll(/\n/g)].map((match) => match.index + 1)]
  const lineAt = (offset: number): number => starts.filter((start) => start <= offset).length
  // the parser's program is a plain tree of nodes, which its types spell out kind by kind
  const nodes = [...nodesOf(program as unknown as Node)]
  const place = (node: Node, name: string): Place => ({ name, line: lineAt(node.start) })
  return {
    lines: text.split('\n').length - (text.endsWith('\n') ? 1 : 0),
    imports: nodes.flatMap(({ node }) => {
      const found = importOf(node)
      return found === undefined ? [] : [{ ...found, line: lineAt(node.start) }]
    }),
    functions: nodes.flatMap(({ node, parent }) => {
      if (!/^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(node.type)) return []
      const name = nameOf(node) || nameOf(parent) || nameOf(parent?.['key']) || 'a function'
      return [{ ...place(node, name), lines: lineAt(node.end - 1) - lineAt(node.start) + 1 }]
    }),
    classes: nodes.flatMap(({ node }) => (/^Class(Decl|Expr)/.test(node.type) ? [place(node, nameOf(node))] : [])),
    kept: [
      ...nodes.flatMap(({ node }) => (isNew(node, /^Weak(Map|Set)$/) ? [node] : [])),
      // the parser's program is a plain tree of nodes, which its types spell out kind by kind
      ...moduleValues(program as unknown as Node).filter((node) => isEmptyMap(node) || node['kind'] === 'let'),
    ].map((node) => place(node, node.type === 'NewExpression' ? `new ${nameOf(node['callee'])}` : 'let')),
    impure: nodes.flatMap(({ node, parent }) => {
      const name = impurityOf(node, parent)
      return name === undefined ? [] : [place(node, name)]
    }),
  }
}
