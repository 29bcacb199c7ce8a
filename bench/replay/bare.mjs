// A bare `group by` of DuckDB over the raw columns that the reduction reads: those that the plan of its query scans, in
// the same files, declared in the same way.

import { statSync } from 'node:fs'

/** What has another value in each sign-in: the reduction takes the first and the last of them, and so does this. */
const ofOneSignIn = ['id', 'createddatetime']
/** The steps of a sign-in, each with its time; the reduction searches them, so that a group by has to distinguish them. */
const steps = 'authenticationdetails'
/** Names of the file of a record, which are no columns of the log. */
const ofFile = ['filename', 'path of the log']

const text = (value) => `'${value.replaceAll("'", "''")}'`
const name = (column) => `"${column.replaceAll('"', '""')}"`

/** The scans of a plan. */
function scansOf(node) {
  const own = node.extra_info?.Projections === undefined || !/^READ_/.test(node.name) ? [] : [node]
  return [...own, ...(node.children ?? []).flatMap(scansOf)]
}

/** The columns that a query reads of its files, as the engine plans it. */
async function columnsRead(connection, query) {
  const found = await connection.runAndReadAll(`EXPLAIN (FORMAT json) ${query}`)
  const plans = found.getRowsJS().flatMap(([, plan]) => JSON.parse(plan))
  const columns = new Set(plans.flatMap(scansOf).flatMap((scan) => scan.extra_info.Projections))
  return [...columns].filter((column) => !ofFile.includes(column))
}

/** The call of a query that reads the files. */
function readingCall(query) {
  const start = query.search(/read_(json|parquet)\(/)
  let open = 0
  for (let at = query.indexOf('(', start); at < query.length; at += 1) {
    if (query[at] === '(') open += 1
    if (query[at] === ')') open -= 1
    if (open === 0) return query.slice(start, at + 1)
  }
  throw new Error('the query reads no file')
}

/** The records of a page, of which the parts that are read are declared as those of lines are. */
function recordsOfPage({ path, shape }, call, columns) {
  const types = new Map([...call.matchAll(/"(\w+)": '(\w+)'/g)].map(([, column, type]) => [column, type]))
  const struct = columns.map((column) => `${name(column)} ${types.get(column)}`).join(', ')
  const options = `columns={${shape.list}: 'STRUCT(${struct})[]'}, format='unstructured', maximum_object_size=${statSync(path).size + 2 ** 20}`
  return `(SELECT unnest(record) FROM (SELECT unnest(${name(shape.list)}) AS record FROM read_json(${text(path)}, ${options})))`
}

/** The query, for files that the product has recognized and the dimensions of a tenant. */
export async function bareQuery({ groupedQuery }, { connection }, files, dimensions, { withSteps }) {
  const [page] = files.filter(({ shape }) => shape.list !== undefined)
  // A page has one raw column, of which the fields are read that are columns of lines.
  const read = page === undefined ? files : [{ ...page, shape: { ...page.shape, lines: true, list: undefined } }]
  const query = groupedQuery({ files: read, dimensions, once: false, careful: false })
  const columns = await columnsRead(connection, query)
  const call = readingCall(query)
  const source = page === undefined ? call : recordsOfPage(page, call, columns)
  const isOneOf = (column, names) => names.includes(column.toLowerCase())
  const left = withSteps ? ofOneSignIn : [...ofOneSignIn, steps]
  const keys = columns.filter((column) => !isOneOf(column, left)).map(name)
  const firsts = columns.filter((column) => isOneOf(column, left)).map((column) => `min(${name(column)})`)
  const grouped = `SELECT count(*) AS n, ${firsts.map((first, at) => `${first} AS first${at}`).join(', ')} FROM ${source} GROUP BY ${keys.join(', ')}`
  // What nothing comes of, the engine does not read.
  const used = firsts.map((_, at) => `max(first${at})`).join(', ')
  const bare = `SELECT count(*)::INTEGER, sum(n)::INTEGER, ${used} FROM (${grouped})`
  if (page === undefined) await haveSameColumns(connection, bare, columns)
  return bare
}

async function haveSameColumns(connection, query, columns) {
  const read = await columnsRead(connection, query)
  if (read.length !== columns.length || read.some((column) => !columns.includes(column)))
    throw new Error(`the bare query reads ${read.join(', ')} and the reduction ${columns.join(', ')}`)
}
