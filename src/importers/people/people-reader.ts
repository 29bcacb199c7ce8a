import type { SourceRange } from '../../source/text/source-text.ts'
import { homeOfIssuer, isOwnIssuer } from '../../tenant/graph/guest-home.ts'
import type { Fragment, RecordGathering, RecordReader } from '../fragment.ts'
import { many } from '../many.ts'
import { cover, type Draft, emptyDraft, fragmentOf, state, stateField, viewOf } from '../records/draft.ts'
import { reportField } from '../records/fields.ts'
import type { ExportRecord } from '../records/record.ts'
import { inStableOrder } from '../records/stable-order.ts'
import { letGo } from '../records/stated-people.ts'
import { registeredMethods } from '../registered-methods.ts'
import { type Column, columnOf } from './headers.ts'
import { type GroupsOfRows, groupsOfRows, membershipOf, noteMembership } from './memberships.ts'
import { cellOf, itemsIn, meaningsOf, meaningsOfTables, type PersonRow, wordIn } from './person-row.ts'
import { flags, mfaStates, userTypes } from './words.ts'

const isName = (text: unknown): text is string => typeof text === 'string' && /^[^\s@]+@[^\s@]+$/.test(text)

const textColumns = ['id', 'displayName'] as const
const flagColumns = ['accountEnabled', 'onPremisesSyncEnabled', 'registered'] as const
const listColumns = ['groups', 'roles'] as const

function stateColumn(draft: Draft, row: PersonRow, person: string, column: Column, value: unknown): void {
  const field = row.fields.get(column)
  if (field !== undefined) stateField(draft, ['users', person, column], value, row.view, field)
}

/** The home of a guest's account; an identity issued by the directory itself is a local one. */
function readHome(draft: Draft, row: PersonRow, person: string, guest: boolean): void {
  const field = row.fields.get('identityIssuer')
  const issuer = cellOf(row, 'identityIssuer')
  if (field === undefined || typeof issuer !== 'string' || !(guest || /#ext#@/i.test(person))) return
  const home = homeOfIssuer(issuer)
  if (home === undefined && !isOwnIssuer(issuer)) reportField(row.view, field, 'unknown-word', { word: issuer })
  stateField(draft, ['users', person, 'homeIdentity'], home, row.view, field)
}

function readMethods(draft: Draft, row: PersonRow, person: string): void {
  const field = row.fields.get('methodsRegistered')
  const words = itemsIn(row, 'methodsRegistered')
  if (field === undefined || words === undefined) return
  const found = registeredMethods(words)
  if ('unknown' in found) reportField(row.view, field, 'unknown-word', { word: found.unknown })
  else stateField(draft, ['users', person, 'methods'], found.methods, row.view, field)
}

/** The per-user MFA state from older cmdlets: an empty cell means disabled. */
function mfaStateIn(row: PersonRow): string | undefined {
  const field = row.fields.get('perUserMfaState')
  const blank = field !== undefined && /strong/i.test(field) && cellOf(row, 'perUserMfaState') === null
  return blank ? 'disabled' : wordIn(row, 'perUserMfaState', mfaStates)
}

/** The DNS name of a domain, out of the name of an object in it. */
function domainIn(distinguishedName: string | null): string | undefined {
  const parts = [...(distinguishedName ?? '').matchAll(/(?:^|,)\s*DC=([^,]+)/gi)].map(([, part]) => part)
  return parts.length === 0 ? undefined : parts.join('.')
}

/** The account in Active Directory, by which servers name a person. */
function readAccount(draft: Draft, row: PersonRow, person: string): void {
  const name = cellOf(row, 'onPremisesSamAccountName')
  if (name === null || name === undefined) return
  stateColumn(draft, row, person, 'onPremisesSamAccountName', name)
  const domain = cellOf(row, 'onPremisesDomainName') ?? domainIn(cellOf(row, 'onPremisesDistinguishedName') ?? null)
  state(draft, ['users', person, 'onPremisesDomainName'], domain, row.view.record.at)
}

function readPerson(draft: Draft, row: PersonRow, person: string): void {
  state(draft, ['users', person, 'userPrincipalName'], person, row.view.record.at)
  for (const column of textColumns) stateColumn(draft, row, person, column, cellOf(row, column) ?? undefined)
  for (const column of flagColumns) stateColumn(draft, row, person, column, wordIn(row, column, flags))
  const blocked = wordIn(row, 'signInBlocked', flags)
  const blockedField = row.fields.get('signInBlocked')
  if (blocked !== undefined && blockedField !== undefined)
    stateField(draft, ['users', person, 'accountEnabled'], !blocked, row.view, blockedField)
  const type = wordIn(row, 'userType', userTypes)
  if (type !== undefined) state(draft, ['users', person, 'kind'], type, row.view.record.at)
  stateColumn(draft, row, person, 'perUserMfaState', mfaStateIn(row))
  readAccount(draft, row, person)
  for (const column of listColumns) stateColumn(draft, row, person, column, itemsIn(row, column))
  readHome(draft, row, person, type === 'guest')
  readMethods(draft, row, person)
}

/** The place of a header in its file; of a file that keeps no header, the first field of that name. */
function headerRange(record: ExportRecord, field: string): SourceRange {
  const start = record.source.text.toLowerCase().indexOf(field)
  return start === -1 ? record.rangeOf(field) : { source: record.source, start, end: start + field.length }
}

/** One diagnostic for each header that is not known, in each file. */
function unknownHeaders(draft: Draft): (record: ExportRecord) => void {
  const seen = new Set<string>()
  let last: ExportRecord['columns']
  return (record) => {
    const { columns, source } = record
    if (columns !== undefined && columns === last) return
    last = columns
    for (const field of columns ?? record.fields.keys()) {
      const key = `${source.name}\n${field}`
      if (field === '' || field.startsWith('@') || columnOf(field) !== undefined || seen.has(key)) continue
      seen.add(key)
      const note = 'its meaning is unknown; `--columns` can define it'
      draft.coverage.push({ source: source.name, kind: 'column', name: field, status: 'not-understood', note })
      const at = headerRange(record, field)
      draft.diagnostics.push({ code: 'IMP-32', args: { header: at.source.text.slice(at.start, at.end) }, at })
    }
  }
}

/** Reads what a row states of a person and of a group; estimates what is kept of the membership. */
function readRow(draft: Draft, row: PersonRow, groups: GroupsOfRows): number {
  const person = cellOf(row, 'userPrincipalName')
  const membership = membershipOf(row)
  const bytes = membership === undefined ? 0 : noteMembership(groups, membership)
  if (isName(person)) {
    readPerson(draft, row, person)
    cover(draft, row.view, person, 'understood')
  } else if (membership !== undefined) cover(draft, { ...row.view, kind: 'membership' }, '', 'understood')
  else cover(draft, row.view, cellOf(row, 'displayName') ?? '', 'not-understood', 'it has no user principal name')
  return bytes
}

function gatherPeople(): RecordGathering {
  const draft = emptyDraft()
  const [noteHeaders, meanings] = [unknownHeaders(draft), meaningsOfTables()]
  const groups: GroupsOfRows = new Map()
  return {
    take: (records) => {
      const before = draft.people.bytes
      let added = 0
      for (const record of records) noteHeaders(record)
      for (const record of records) {
        const view = viewOf(draft, record, 'person')
        added += readRow(draft, { view, fields: meanings(record) }, groups)
      }
      letGo(draft.people, many)
      return added + draft.people.bytes - before
    },
    finish: () => {
      groupsOfRows(draft, groups)
      return fragmentOf(draft)
    },
  }
}

function readPeople(records: readonly ExportRecord[]): Fragment {
  const { take, finish } = gatherPeople()
  take(inStableOrder(records))
  return finish()
}

/** Reads lists of people and of members of groups, as portals and cmdlets write them. */
export const peopleReader: RecordReader = {
  product: 'people',
  kind: 'person',
  recognizes: (record) => {
    if (record.format === 'json' || record.format === 'json-lines') return false
    const fields = meaningsOf(record)
    return fields.has('userPrincipalName') || (fields.has('group') && (fields.has('member') || fields.has('id')))
  },
  read: readPeople,
  gather: gatherPeople,
}
