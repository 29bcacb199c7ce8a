import type { GapDetails, GapKind, GapSeverity, GapWay, Witness } from '../../analysis/gaps/result.ts'
import { credentials } from '../../vocabulary/credentials.ts'
import { purposes } from '../../vocabulary/requests.ts'
import { gapOrder } from '../gaps/wording.ts'
import { origin } from './places.ts'
import {
  count,
  instant,
  list,
  object,
  oneOf,
  optional,
  ruleId,
  shape,
  text,
  texts,
  version,
  type Written,
  wordOf,
} from './schema.ts'

const witness = object<Written<Witness, 'at'>>('An example sign-in.', {
  user: text('The user.'),
  client: text('The client.'),
  purpose: oneOf('The purpose.', purposes),
  network: text('The network.'),
  at: instant('The instant.'),
  presents: optional(oneOf('The credential that is presented.', credentials)),
  application: optional(text('The application.')),
})

const people = texts('The users, or examples of them.')
const clients = texts('The clients.')
const purpose = texts('The purposes.')
const networks = texts('The networks.')
const users = count('The number of users.')
const kind = oneOf<GapKind>('The kind of finding.', gapOrder)
const about = text('The subject of the finding.')

const gapCase = shape('One of several equal cases.', {
  about,
  witness,
  users,
  people,
  clients,
  purposes: purpose,
  networks,
  origin,
})

const details: { readonly [Key in keyof GapDetails]-?: ReturnType<typeof optional<unknown>> } = {
  legs: optional(texts('The legs.')),
  policies: optional(texts('The policies.')),
  missing: optional(texts('The missing facts.')),
  names: optional(texts('The names concerned.')),
  fact: optional(text('The fact.')),
  value: optional(text('The value of the fact.')),
  verdict: optional(text('The verdict.')),
  until: optional(instant('Until when.')),
}

const because = shape('Why.', {
  rule: optional(ruleId('The rule.')),
  statement: text('What it states.'),
  citation: optional(text('The page.')),
})

const findingFields = {
  kind,
  severity: wordOf<GapSeverity>('The severity.', { error: true, warning: true, note: true }),
  about,
  way: optional(
    wordOf<GapWay>('How it comes about.', {
      'app-password': true,
      'trusted-network': true,
      'legacy-path': true,
      'excluded-account': true,
      'password-reset': true,
      leaver: true,
      policy: true,
      setting: true,
      blocked: true,
      account: true,
      'no-mailbox': true,
    }),
  ),
  message: text('The finding in one sentence.'),
  witness,
  users,
  people,
  clients,
  purposes: purpose,
  networks,
  parts: list('Users who share the clients concerned.', shape('One part.', { users, people, clients })),
  because: list('Why.', because),
  origin,
  origins: list('Every place concerned.', origin),
  ...details,
  cases: list('The single cases, if the finding joins several.', gapCase),
} as const

/** The document of `gaps`. */
export const gaps = shape('What is wrong in the architecture, with witnesses.', {
  formatVersion: version,
  tenant: text('The name of the tenant.'),
  file: text('The file.'),
  asOf: instant('The date.'),
  horizon: instant('The date up to which known changes are considered.'),
  users,
  classes: count('The number of classes of users.'),
  signIns: count('The number of sign-ins.'),
  summary: list(
    'The counts by kind.',
    shape('One kind.', {
      kind,
      title: text('The title of the kind.'),
      findings: count('The number of findings.'),
      errors: count('The number of errors.'),
      warnings: count('The number of warnings.'),
      notes: count('The number of notes.'),
      users,
      clients: count('The number of clients.'),
    }),
  ),
  findings: list('The findings.', shape('One finding.', findingFields)),
  accepted: list(
    'Findings that the baseline accepts.',
    shape('One finding.', {
      ...findingFields,
      reason: text('Why it is accepted.'),
      expires: instant('When the acceptance ends.'),
    }),
  ),
})
