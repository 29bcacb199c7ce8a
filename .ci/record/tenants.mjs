// Tenants drawn at random that are sound, and whether a sign-in of one is worth a closer look.
import { applyChange, drawChange } from './draw-change.mjs'

const dayBefore = (date) => new Date(Date.parse(date) - 86_400_000).toISOString()

/** What requests are drawn from. */
export function drawnFrom(modules) {
  const { planRequests, credentials, purposes, clients, applications, vendorTimeline } = modules
  return {
    vocabulary: modules,
    planRequests,
    credentials,
    purposes,
    clients: clients.map(({ id }) => id),
    applications: applications.flatMap(({ appIds }) => appIds.slice(0, 1)),
    dates: vendorTimeline.flatMap(({ from }) => (from === undefined ? [] : [from, dayBefore(from)])),
  }
}

/** A tenant of the library with a few changes that leave it sound. */
export function drawTenant(library, { playedTenant, changedText }, next) {
  const file = library.files[Math.floor(next() * library.files.length)]
  const changes = []
  const wanted = Math.floor(next() * next() * 12)
  let document = structuredClone(library.documents.get(file))
  for (let tries = 0; changes.length < wanted && tries < wanted * 3; tries += 1) {
    const change = drawChange(library, document, next)
    if (change === undefined) continue
    const tried = structuredClone(document)
    applyChange(tried, structuredClone(change))
    if (playedTenant(JSON.stringify(tried)) === undefined) continue
    document = tried
    changes.push(change)
  }
  const played = playedTenant(changedText(file, changes))
  return played && { file, changes, played }
}

/** A tenant that was drawn before, with one to three changes more that leave it sound; undefined where none was found. */
export function changedTenant(library, { playedTenant, changedText }, { file, changes }, next) {
  const more = []
  const document = JSON.parse(changedText(file, changes))
  const wanted = 1 + Math.floor(next() * 3)
  for (let tries = 0; more.length < wanted && tries < wanted * 3; tries += 1) {
    const change = drawChange(library, document, next)
    if (change === undefined) continue
    applyChange(document, structuredClone(change))
    more.push(change)
  }
  const all = [...changes, ...more]
  const played = playedTenant(changedText(file, all))
  return played && { file, changes: all, played }
}

/** How often something is looked at before it is nothing new. */
const enough = 3

/** Says of a sign-in whether something about it has hardly been looked at yet: a fact, an answer, a message, a change. */
export function newness({ simulateSession }, luck) {
  const seen = new Map()
  return ({ played, changes }, request) => {
    const { at, signals = {}, ...rest } = request
    const traces = simulateSession(played.tenant, { ...rest, signals, at: Date.parse(at) })
    const features = new Set(traces.flatMap((trace) => featuresOf(trace, changes, signals)))
    const isNew = [...features].some((one) => (seen.get(one) ?? 0) < enough)
    if (!isNew && luck() > 0.03) return false
    for (const one of features) seen.set(one, (seen.get(one) ?? 0) + 1)
    return true
  }
}

function featuresOf({ facts, steps, request }, changes, signals) {
  const { leg, relyingParty, protocol, client } = request
  const kind = steps.at(-1).verdict?.kind
  return [
    `${leg} ${relyingParty} ${protocol} ${client}`,
    ...Object.entries(facts).map(([fact, value]) => `${fact} ${value} ${relyingParty}`),
    ...Object.entries(signals).map(([name, value]) => `${name} ${JSON.stringify(value)} ${kind}`),
    ...changes.map(([path, value]) => {
      const pattern = path.map((key) => (typeof key === 'number' ? '*' : key)).join('/')
      return `${pattern} ${typeof value === 'object' ? '' : value} ${relyingParty}`
    }),
    ...steps.flatMap((step) => {
      if (step.kind === 'decision') return [`${step.rule} ${step.about} ${step.answer}`]
      if (step.kind !== 'message') return []
      return [`${step.message.kind} ${step.message.mechanism} ${step.from} ${step.to}`]
    }),
  ]
}
