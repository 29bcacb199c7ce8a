import { ruleById } from '../rules/index.ts'
import type { RecordedRequest } from './recorded-sign-ins.fixture.ts'

/** What a recorded line says: the leg, how it ends, the questions with rule and answer, and a fingerprint of the rest. */
interface Said {
  readonly verdict: string
  readonly decided: ReadonlyMap<string, string>
  readonly rest: string
}

const nobody: Said = { verdict: 'no such leg', decided: new Map(), rest: '' }

/** Legs by name, and what is said of all of them. */
function saidIn(answers: readonly string[]): ReadonlyMap<string, Said> {
  return new Map(answers.map((line) => [line.split(' ')[0] ?? '', saidOf(line)]))
}

function saidOf(line: string): Said {
  const [ends = '', decided = ''] = line.slice(0, line.lastIndexOf('#')).split(' | ')
  return {
    verdict: ends.slice(ends.indexOf(' ') + 1).trim(),
    decided: new Map(decided.split(' ').filter(Boolean).map(questionOf)),
    rest: line.slice(line.lastIndexOf('#')),
  }
}

/** `POL-3(password)=no` as the question that the rule answers, and its answer. */
function questionOf(word: string): [question: string, answer: string] {
  const [, rule = word, about = '', answer = ''] = /^([^(=]+)(\([^)]*\))?=(.*)$/.exec(word) ?? []
  return [`${ruleById(rule)?.question ?? rule}${about}`, `${answer} (${rule})`]
}

/** Says in words what has changed about a sign-in: each question that is answered otherwise, from what to what. */
export function changesOfAnswers(
  request: RecordedRequest,
  recorded: readonly string[],
  now: readonly string[],
): readonly string[] {
  const [before, after] = [saidIn(recorded), saidIn(now)]
  const who = `${request.user} uses ${request.client} to ${request.purpose} from ${request.network} at ${request.at}`
  return [...new Set([...before.keys(), ...after.keys()])]
    .flatMap((leg) => changesOf(before.get(leg) ?? nobody, after.get(leg) ?? nobody).map((one) => `${leg}: ${one}`))
    .map((one) => `${who}, ${one}`)
}

function changesOf(before: Said, after: Said): readonly string[] {
  const questions = [...new Set([...before.decided.keys(), ...after.decided.keys()])].flatMap((question) => {
    const [was, is] = [before, after].map(({ decided }) => decided.get(question) ?? 'not asked')
    return was === is ? [] : [`${question} was ${was}, is ${is}`]
  })
  const verdict = before.verdict === after.verdict ? [] : [`the verdict was ${before.verdict}, is ${after.verdict}`]
  const found = [...questions, ...verdict]
  if (found.length > 0 || before.rest === after.rest) return found
  return ['facts, messages or other parts of the trace differ (see what `npm run record` changes)']
}
