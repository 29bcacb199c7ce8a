// Written by hand for speed alone: every name a number, every policy a bit, every condition a row of bits per value.
// Keeps no evidence. The limit of what could be reached.
import { answerOf, asksPolicies } from '../problem.mjs'

export const name = 'hand-written, bit masks (limit)'

function rows(words, values, fits) {
  const table = new Map()
  for (const value of values) {
    const row = new Int32Array(words)
    fits(value, (index) => {
      row[index >> 5] |= 1 << (index & 31)
    })
    table.set(value, row)
  }
  return table
}

export function prepare(policies, requests) {
  const words = Math.ceil(policies.length / 32)
  const each = (test) => (value, set) => {
    for (const [index, policy] of policies.entries()) if (test(policy, value)) set(index)
  }
  const groups = [...new Set(requests.flatMap((request) => request.groups))]
  const include = rows(
    words,
    groups,
    each((policy, group) => policy.include?.includes(group)),
  )
  const exclude = rows(
    words,
    groups,
    each((policy, group) => policy.exclude === group),
  )
  const everybody = rows(
    words,
    ['all'],
    each((policy) => policy.include === null),
  ).get('all')
  const distinct = (read) => [...new Set(requests.map(read))]
  const applications = rows(
    words,
    distinct((request) => request.application),
    each((policy, application) => policy.application === null || policy.application === application),
  )
  const types = rows(
    words,
    distinct((request) => request.type),
    each((policy, type) => policy.types.includes(type)),
  )
  const locations = rows(
    words,
    distinct((request) => request.location),
    each((policy, location) => (policy.location ?? location) === location && policy.notFrom !== location),
  )
  const blocking = rows(
    words,
    ['block'],
    each((policy) => policy.grant === 'block'),
  ).get('block')
  const interned = requests.map((request) => ({
    include: request.groups.map((group) => include.get(group)),
    exclude: request.groups.map((group) => exclude.get(group)),
    application: applications.get(request.application),
    type: types.get(request.type),
    location: locations.get(request.location),
    asks: asksPolicies(request),
    request,
  }))
  return { decide: (at) => decide(interned[at], { words, everybody, blocking }) }
}

function decide({ include, exclude, application, type, location, asks, request }, { words, everybody, blocking }) {
  let any = 0
  let block = 0
  if (asks)
    for (let word = 0; word < words; word += 1) {
      let row = everybody[word]
      for (const one of include) row |= one[word]
      for (const one of exclude) row &= ~one[word]
      row &= application[word] & type[word] & location[word]
      any |= row
      block |= row & blocking[word]
    }
  if (block !== 0 || (any !== 0 && request.legacy)) return 'block'
  const mfa = asks && (any !== 0 || request.enforced)
  return answerOf(credentialOf(request, mfa), mfa && !request.legacy)
}

function credentialOf(request, mfa) {
  if (request.application_only) return 'app-only'
  if (request.hosting === 'on-premises')
    return request.joined && !request.legacy ? 'windows-integrated' : 'account-password'
  if (!request.legacy) return 'interactive'
  if (!mfa) return 'account-password'
  return request.administers ? 'nothing' : request.appPassword ? 'app-password' : 'nothing'
}
