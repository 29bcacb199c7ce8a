import { Document, type Node } from 'yaml'
import type { ClientInUse, Inventory } from '../../replay/inventory/inventory.ts'
import { yamlText } from '../../source/document/yaml-text.ts'
import { formatInstant } from '../../source/text/parse-values.ts'
import { counted } from '../../vocabulary/counted.ts'
import { type InventoryReport, usageWords } from './inventory-report.ts'

/** Makes names unique within the list. */
function distinct(): (name: string) => string {
  const taken = new Map<string, number>()
  return (name) => {
    const key = name.toLowerCase()
    const times = (taken.get(key) ?? 0) + 1
    taken.set(key, times)
    return times === 1 ? name : `${name} ${times}`
  }
}

/** A client as a list item: identified by its application, or described by its capabilities. */
function itemOf(one: ClientInUse, named: (name: string) => string): unknown {
  const [proven, ...others] = one.catalog
  if (proven !== undefined && others.length === 0) {
    const name = named(proven)
    return name === proven ? proven : { name, client: proven }
  }
  const { file, application } = one
  if (file === undefined) return undefined
  const name = named(application === '' ? file.name : `${application}, ${file.name}`)
  return { ...file, name, ...(one.applicationId === '' ? {} : { appId: one.applicationId }) }
}

function noteOf(one: ClientInUse): string {
  const [first, ...others] = one.catalog
  const choice =
    first === undefined || others.length === 0 ? '' : `; the log does not say which: ${one.catalog.join(', ')}`
  return ` ${usageWords(one)}${choice}`
}

/** A network as the tenant file declares it. */
function networkOf({ name, inside, ranges, country, compliantNetwork }: Inventory['networks'][number]) {
  return {
    name,
    ...(inside ? { insideCorporateNetwork: true } : {}),
    ranges,
    ...(country === undefined ? {} : { country }),
    ...(compliantNetwork === undefined ? {} : { compliantNetwork }),
  }
}

/** What the log shows and the file does not have, as lines of a comment. */
function omissions({ logs: { accountNames = 0 }, inventory }: InventoryReport): readonly string[] {
  const unclear = inventory.clients.filter((one) => one.file === undefined && one.catalog.length !== 1)
  const clients = unclear.map(
    (one) =>
      ` Not listed, since the log does not show how it authenticates: ${JSON.stringify(one.application)}, ${one.spoke}, ${usageWords(one)}`,
  )
  if (accountNames === 0) return clients
  const who = counted(accountNames, 'person', 'people')
  return [...clients, ` Not listed, since servers name them as DOMAIN\\user: ${who}`]
}

/** The clients and networks of a log as an initial tenant file; includes users only on request. */
export function inventoryFile(report: InventoryReport): string {
  const { tenant, logs, inventory, people } = report
  // Programs, and people known only by id, are not users of a tenant file.
  const users = people?.filter((name) => name.includes('@')).map((userPrincipalName) => ({ userPrincipalName }))
  const named = distinct()
  const items = inventory.clients.flatMap((one) => {
    const item = itemOf(one, named)
    return item === undefined ? [] : [{ item, note: noteOf(one) }]
  })
  const document = new Document({
    name: tenant,
    ...(logs.last === undefined ? {} : { asOf: formatInstant(logs.last).slice(0, 10) }),
    networks: [...inventory.networks.map(networkOf), ...(inventory.elsewhere ? [{ name: 'internet' }] : [])],
    ...(users && { users }),
  })
  const list = document.createNode(
    items.map(({ item }) => item),
    { flow: false },
  )
  for (const [index, node] of (list.items as Node[]).entries()) node.commentBefore = items[index]?.note ?? ''
  document.set('clients', list)
  document.commentBefore = [
    ' Clients, networks and users that sign-in logs show: a start, to which domains and settings must be added.',
    ...omissions(report),
  ].join('\n')
  return yamlText(document)
}
