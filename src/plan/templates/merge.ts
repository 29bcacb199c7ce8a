import type { Tenant, User } from '../../tenant/tenant.ts'
import type { Mapping } from '../../vocabulary/mapping.ts'
import { registrableMethods } from '../../vocabulary/methods.ts'
import {
  type DraftStage,
  partOf,
  peopleBeside,
  peopleOf,
  type Subject,
  type Template,
  type Unsuitable,
} from './scaffold.ts'

const pass = 'temporaryAccessPassOneTime'
const dayOne = 'Day one'

/** Who someone of the source becomes, and whether the account is there already. */
interface Move {
  readonly from: User
  readonly to: string
  readonly known?: User
}

const localPart = (name: string): string => name.split('@')[0]?.toLowerCase() ?? ''

/** Those of the target who may be someone of the source: the same name before the @, or that name with an addition. */
function accountsOf({ userPrincipalName, displayName }: User, people: readonly User[]): readonly User[] {
  const local = localPart(userPrincipalName)
  const named = (user: User): string => localPart(user.userPrincipalName)
  const same = people.filter((user) => named(user) === local)
  if (same.length > 0) return same
  const longer = people.filter(
    (user) => /^[._-]/.test(named(user).slice(local.length)) && named(user).startsWith(local),
  )
  if (longer.length > 0) return longer
  return people.filter((user) => displayName !== undefined && user.displayName === displayName)
}

/** Of several candidates none is taken: a draft does not guess whose account it is. */
function movesOf(subject: Subject, source: Tenant): readonly Move[] {
  const people = peopleOf(subject)
  const [domain = 'example.com'] = subject.tenant.domains.keys()
  const taken = new Set([...subject.tenant.users.keys()].map((name) => name.toLowerCase()))
  const used = new Set<User>()
  return peopleOf({ ...subject, tenant: source }).map((from): Move => {
    const [only, ...others] = accountsOf(from, people).filter((user) => !used.has(user))
    if (only !== undefined && others.length === 0) {
      used.add(only)
      return { from, to: only.userPrincipalName, known: only }
    }
    const local = localPart(from.userPrincipalName)
    let to = `${local}@${domain}`
    for (let number = 2; taken.has(to.toLowerCase()); number += 1) to = `${local}.${number}@${domain}`
    taken.add(to.toLowerCase())
    return { from, to }
  })
}

const account = ({ from, to }: Move): Mapping => ({
  userPrincipalName: to,
  ...(from.displayName === undefined ? {} : { displayName: from.displayName }),
  onPremisesSyncEnabled: false,
  perUserMfaState: 'disabled',
  methods: [],
  appPasswords: [],
  groups: [],
  roles: [],
  mailbox: 'none',
  archive: 'none',
  registrar: 'none',
})

function accountStage(moves: readonly Move[]): readonly DraftStage[] {
  const missing = moves.filter(({ known }) => known === undefined)
  if (missing.length === 0) return []
  return [
    {
      says: 'Before its mailbox moves, each person needs an account in the target.',
      source: 'exchange-cross-tenant-migration',
      name: 'Accounts are created',
      adds: { users: missing.map(account) },
    },
  ]
}

/** People without a method could not sign in to register one where a policy asks for it. */
function passStage({ tenant }: Subject, moves: readonly Move[]): readonly DraftStage[] {
  const { availableMethods = registrableMethods } = tenant.multifactorAuthentication
  const without = moves.filter(({ known }) => known === undefined || known.methods?.length === 0)
  if (without.length === 0 || !availableMethods.some((one) => one === pass)) return []
  return [
    {
      says: 'A Temporary Access Pass lets people sign in on day one and register a method of their own.',
      source: 'entra-temporary-access-pass',
      name: 'Passes are given out',
      changes: { users: without.map(({ to }) => ({ userPrincipalName: to, methods: [pass] })) },
    },
  ]
}

/** Whoever had a mailbox in the cloud has it in the target from day one on. */
function dayOneStage({ value }: Subject, moves: readonly Move[]): DraftStage | undefined {
  if (partOf(value, 'workloads')['exchange-online'] === undefined) return undefined
  const moved = moves.filter(
    ({ from, known }) =>
      from.mailbox === 'exchange-online' && (known === undefined || known.mailbox !== 'exchange-online'),
  )
  if (moved.length === 0) return undefined
  return {
    says: 'The mailboxes move; from then on the source has none of them.',
    source: 'exchange-cross-tenant-migration',
    name: dayOne,
    changes: { users: moved.map(({ to }) => ({ userPrincipalName: to, mailbox: 'exchange-online' })) },
    wayBack: { possible: 'no', reason: 'the source mailbox is deleted once it has moved' },
    watch: ['sign-ins of the moved accounts that fail'],
  }
}

function unsuitable({ tenant, source }: Subject): Unsuitable | undefined {
  if (source === undefined)
    return { because: 'a merge has two tenants', help: 'name the tenant whose people move with `--source`' }
  if (tenant.population !== undefined || source.population !== undefined) return peopleBeside
  return undefined
}

/** The people of one tenant move to another on one day. */
export const merge: Template = (subject) => {
  const not = unsuitable(subject)
  const { tenant, source } = subject
  if (not !== undefined || source === undefined) return not ?? peopleBeside
  const moves = movesOf(subject, source)
  const last = dayOneStage(subject, moves)
  if (moves.length === 0)
    return { because: 'the source has no members', help: 'name the tenant whose people move with `--source`' }
  const stages = [...accountStage(moves), ...passStage(subject, moves), ...(last === undefined ? [] : [last])]
  const day = stages.at(-1)?.name
  if (day === undefined)
    return {
      because: 'everyone of the source has an account with a method and a mailbox in the target',
      help: 'write the plan with a stage of your own and `merge`',
    }
  // An emergency access account is of use in its own tenant only.
  const staying = [...source.users.values()]
    .filter(({ kind, emergencyAccess }) => kind === 'user' && emergencyAccess)
    .map(({ userPrincipalName }) => userPrincipalName)
  return {
    plan: `${source.name} moves to ${tenant.name}`,
    cohorts: [],
    stages,
    merge: {
      stage: day,
      people: moves.map(({ from, to }) => ({ from: from.userPrincipalName, to })),
      ...(staying.length === 0 ? {} : { leaving: staying }),
    },
  }
}
