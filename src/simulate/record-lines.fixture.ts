import { createHash } from 'node:crypto'

/** Something that was recorded, and the questions that were put to it, each with its answers. */
export interface Recorded {
  readonly head: unknown
  readonly cases: readonly { readonly question: unknown; readonly answers: readonly string[] }[]
}

/** Reads a record: a line of JSON for each head, an indented one for each question, and a further indented one for each answer. */
export function readLines(text: string): readonly Recorded[] {
  const found: { head: unknown; cases: { question: unknown; answers: string[] }[] }[] = []
  for (const line of text.split('\n')) {
    if (line.startsWith('  ')) found.at(-1)?.cases.at(-1)?.answers.push(line.trim())
    else if (line.startsWith(' ')) found.at(-1)?.cases.push({ question: JSON.parse(line), answers: [] })
    else if (line !== '') found.push({ head: JSON.parse(line), cases: [] })
  }
  return found
}

/** The text of a record. */
export function writtenLines(record: readonly Recorded[]): string {
  const lines = record.flatMap(({ head, cases }) => [
    JSON.stringify(head),
    ...cases.flatMap(({ question, answers }) => [
      ` ${JSON.stringify(question)}`,
      ...answers.map((answer) => `  ${answer}`),
    ]),
  ])
  return `${lines.join('\n')}\n`
}

/** A fingerprint of something that would be too long to record. */
export const shortHash = (text: string): string => createHash('sha1').update(text).digest('base64url').slice(0, 6)
