// Written by hand for speed alone: every name a number, every policy a bit, every condition a row of bits per value.
// Keeps no evidence. The limit of what could be reached.
import { answerOf, asksPolicies } from '../problem.mjs'

export const name = 'hand-written, bit masks (limit)'

/** Rows of all values of one condition, one after the other, and the number of each value. */
function table(values, words, policies, holds) {
  const numbers = new Map(values.map((value, number) => [value, number]))
  const rows = new Int32Array(values.length * words)
  for (const [value, number] of numbers)
    for (const [index, policy] of policies.entries())
      if (holds(policy, value)) rows[number * words + (index >> 5)] |= 1 << (index & 31)
  return { rows, numberOf: (value) => numbers.get(value) }
}

export function prepare(policies, requests) {
  const words = Math.ceil(policies.length / 32)
  const distinct = (read) => [...new Set(requests.flatMap(read))]
  const made = (read, holds) => table(distinct(read), words, policies, holds)
  const tables = {
    words,
    include: made(
      (request) => request.groups,
      (policy, group) => policy.include?.includes(group),
    ),
    exclude: made(
      (request) => request.groups,
      (policy, group) => policy.exclude === group,
    ),
    application: made(
      (request) => request.application,
      (policy, application) => policy.application === null || policy.application === application,
    ),
    type: made(
      (request) => request.type,
      (policy, type) => policy.types.includes(type),
    ),
    location: made(
      (request) => request.location,
      (policy, location) => (policy.location ?? location) === location && policy.notFrom !== location,
    ),
    everybody: table(['all'], words, policies, (policy) => policy.include === null).rows,
    blocking: table(['block'], words, policies, (policy) => policy.grant === 'block').rows,
  }
  const interned = requests.map((request) => ({
    groups: request.groups.map(tables.include.numberOf),
    application: tables.application.numberOf(request.application),
    type: tables.type.numberOf(request.type),
    location: tables.location.numberOf(request.location),
    asks: asksPolicies(request),
    request,
  }))
  return { decide: (at) => decide(interned[at], tables) }
}

function decide({ groups, application, type, location, asks, request }, tables) {
  const { words, include, exclude, everybody, blocking } = tables
  let any = 0
  let block = 0
  if (asks)
    for (let word = 0; word < words; word += 1) {
      let row = everybody[word]
      for (const group of groups) row |= include.rows[group * words + word]
      for (const group of groups) row &= ~exclude.rows[group * words + word]
      row &= tables.application.rows[application * words + word]
      row &= tables.type.rows[type * words + word]
      row &= tables.location.rows[location * words + word]
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
