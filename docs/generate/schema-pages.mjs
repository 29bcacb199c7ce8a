import { asked, authplan, cell, code, prose, table } from './product.mjs'

const typeOf = (part) => {
  if (part.$ref !== undefined)
    return `[${part.$ref.replace('#/definitions/', '')}](#${part.$ref.replace('#/definitions/', '')})`
  if (part.const !== undefined) return code(JSON.stringify(part.const))
  if (part.enum !== undefined)
    return part.enum.length > 24 ? `one of ${part.enum.length} words` : part.enum.map((one) => code(one)).join(', ')
  if (part.anyOf !== undefined || part.oneOf !== undefined)
    return [...new Set((part.anyOf ?? part.oneOf).map(typeOf))].join(' or ')
  if (part.type === 'array') return `list of ${part.items === undefined ? 'anything' : typeOf(part.items)}`
  if (part.type === 'object' && typeof part.additionalProperties === 'object')
    return `for each key: ${typeOf(part.additionalProperties)}`
  return [part.type ?? 'anything'].flat().join(' or ')
}

const exampleOf = (part) =>
  (part.examples ?? [])
    .slice(0, 2)
    .map((one) => code(JSON.stringify(one)))
    .join(', ')

/** The keys of an object and of everything inside of it that has no name of its own. */
function rowsOf(part, path, defaults, required = []) {
  return Object.entries(part.properties ?? {}).flatMap(([key, field]) => {
    const name = path === '' ? key : `${path}.${key}`
    const inner = field.type === 'array' ? field.items : field
    const below =
      inner?.properties === undefined
        ? []
        : rowsOf(inner, field.type === 'array' ? `${name}[]` : name, defaults, inner.required)
    const forms = (inner?.anyOf ?? inner?.oneOf ?? []).flatMap((form) => rowsOf(form, name, defaults, form.required))
    const standard = field.default === undefined ? (defaults.get(key) ?? '') : code(JSON.stringify(field.default))
    const own = [
      code(name),
      required.includes(key) ? 'yes' : '',
      typeOf(field),
      cell(field.description ?? ''),
      standard,
      exampleOf(field),
    ]
    return [own, ...below, ...forms]
  })
}

/** Rows of forms that say the same are shown once. */
const distinct = (rows) => [...new Map(rows.map((row) => [row.join('\u0000'), row])).values()]

function keysOf(part, defaults) {
  const rows = distinct([
    ...rowsOf(part, '', defaults, part.required),
    ...(part.anyOf ?? part.oneOf ?? []).flatMap((form) => rowsOf(form, '', defaults, form.required)),
  ])
  return table(['key', 'required', 'value', 'meaning', 'default', 'example'], rows)
}

const partsOf = ({ definitions = {} }, defaults) =>
  Object.entries(definitions)
    .map(
      ([name, part]) =>
        `### ${name}\n\n${prose(part.description ?? '')}${part.properties === undefined && part.anyOf === undefined && part.oneOf === undefined ? ` ${typeOf(part)}` : ''}\n\n${keysOf(part, defaults)}\n`,
    )
    .join('\n')

/** The defaults of the catalog by the key that they stand for. */
function defaultsByKey() {
  const { rows } = asked('catalog', 'defaults')
  return new Map(
    rows.map((row) => [String(row.fact ?? row.id), `${code(row.value ?? '')} ([${row.id}](./catalog#defaults))`]),
  )
}

/** A page about a kind of files, key by key. */
export function filePage(kind, title, intro) {
  const schema = JSON.parse(authplan('schema', ...(kind === 'tenant' ? [] : [kind])))
  const defaults = kind === 'tenant' ? defaultsByKey() : new Map()
  return `# ${title}\n\n${intro}\n\n## Keys\n\n${keysOf(schema, defaults)}\n\n## Parts\n\n${partsOf(schema, defaults)}`
}

/** The names of the JSON outputs. */
export const outputs = () =>
  authplan('schema', '--list')
    .trimEnd()
    .split('\n')
    .slice(4)
    .map((line) => {
      const [name, ...words] = line.split(/\s+/)
      return { name, says: words.join(' ') }
    })

/** A page for one JSON output. */
export function outputPage({ name, says }) {
  const schema = JSON.parse(authplan('schema', name))
  const head = `# ${name}: ${says}\n\n${prose(schema.description)}\n\n\`authplan schema ${name}\` prints the [schema](/schemas/${name}.schema.json), and the package has it as \`authplan/schemas/${name}\`.\n`
  const parts = schema.definitions === undefined ? '' : `\n## Parts\n\n${partsOf(schema, new Map())}`
  return `${head}\n## Fields\n\n${keysOf(schema, new Map())}\n${parts}`
}

/** The page that lists them. */
export const outputsPage = (all) =>
  `# JSON outputs\n\nEvery document has a schema (JSON Schema, draft 7). A document has no field that its schema does not name; fields are added, none is renamed or removed while \`formatVersion\` stays.\n\n${table(
    ['schema', 'describes'],
    all.map(({ name, says }) => [`[${name}](./json/${name})`, says]),
  )}\n`
