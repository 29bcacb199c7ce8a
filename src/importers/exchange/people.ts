import { type RecordView, textOf } from '../records/fields.ts'

/** Fields by which Exchange names the same mailbox in different cmdlets. */
const naming = ['guid', 'distinguishedname', 'primarysmtpaddress', 'windowsemailaddress', 'identity', 'samaccountname']
const signInNames = ['userprincipalname', 'windowsliveid', 'microsoftonlineservicesid']

const isName = (text: string): boolean => /^[^\s@]+@[^\s@]+$/.test(text)

/** A silent view: a fault in a field that only identifies the record needs no diagnostic. */
const silent = (view: RecordView): RecordView => ({ ...view, report: () => {} })

/** The user principal name that a record states. */
export function signInNameIn(view: RecordView): string | undefined {
  for (const field of signInNames) {
    const name = textOf(silent(view), field)
    if (typeof name === 'string' && isName(name)) return name
  }
  return undefined
}

function namesIn(view: RecordView): readonly string[] {
  return naming.flatMap((field) => {
    const name = textOf(silent(view), field)
    return typeof name === 'string'
      ? [`${field === 'windowsemailaddress' ? 'primarysmtpaddress' : field}\n${name.toLowerCase()}`]
      : []
  })
}

/** User principal names by the other names of the same mailbox; a name shared by two users identifies neither. */
export function peopleIn(views: readonly RecordView[]): ReadonlyMap<string, string> {
  const people = new Map<string, string>()
  const shared = new Set<string>()
  for (const view of views) {
    const person = signInNameIn(view)
    if (person === undefined) continue
    for (const name of namesIn(view)) {
      const known = people.get(name)
      if (known !== undefined && known.toLowerCase() !== person.toLowerCase()) shared.add(name)
      else if (known === undefined) people.set(name, person)
    }
  }
  for (const name of shared) people.delete(name)
  return people
}

/**
 * The owner of the mailbox that a record describes: by user principal name, by another record of it, otherwise by its
 * address.
 */
export function personOf(
  people: ReadonlyMap<string, string>,
  view: RecordView,
): { readonly name: string; readonly byAddress: boolean } | undefined {
  const own = signInNameIn(view)
  if (own !== undefined) return { name: own, byAddress: false }
  for (const name of namesIn(view)) {
    const known = people.get(name)
    if (known !== undefined) return { name: known, byAddress: false }
  }
  const address = textOf(silent(view), 'primarysmtpaddress') ?? textOf(silent(view), 'windowsemailaddress')
  return typeof address === 'string' && isName(address) ? { name: address, byAddress: true } : undefined
}

/** A system mailbox, which no one signs in to. */
export function isSystemMailbox(view: RecordView): boolean {
  const names = ['name', 'identity', 'alias', 'samaccountname'].map((field) => `${textOf(silent(view), field) ?? ''}`)
  return names.some((name) =>
    /^(?:.*[\\/])?(?:DiscoverySearchMailbox|HealthMailbox|SystemMailbox|FederatedEmail\.|Migration\.|SM_[0-9a-f]{8,})/i.test(
      name,
    ),
  )
}
