import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

/** Idioms that once made the prose read as translated, and British spellings; the comment says what to write instead. */
const formerIdioms: readonly RegExp[] = [
  /\bhangs? on\b/, // depends on
  /\bdearer\b/, // slower
  /\banew\b/, // again, uncached
  /\bin vain\b/, // without success
  /\b(?:comes?|came) to the same\b/, // gives the same result
  /\bgets? nowhere with\b/, // cannot sign in with
  /\b(?:some|any|every)body\b/i, // someone, anyone, everyone, no one
  /\bfares? alike\b|\bends? alike\b|\bends? otherwise than\b/, // has the same, or a different, outcome
  /\bwhat bec(?:omes|ame) of\b/i, // what happens to
  /\bof no use any more\b/, // can no longer be used
  /\bfor ever\b/, // permanent, forever
  /\btold apart\b|\btells? apart\b/, // distinguished
  /\bstands? in for what\b|\bstands? in where\b/, // applies if
  /\bway of authenticating\b/, // authentication method
  /\bbecause the file is silent\b/, // because the file does not set it
  /\bleaves? no way in\b|\bno way round\b/, // blocks, does not bypass
  /\bworks on, also\b/, // keeps working, even
  /\broll-outs?\b/, // rollout
  /\b(?:colour|behaviour|catalogue|neighbour|favour|honour)/i, // American spelling
  /\b(?:synchron|organ|recogn|normal|author)is(?:e|ed|es|ing|ation)\b/i, // American spelling
]

const root = join(import.meta.dirname, '..')
const documents = ['README.md', 'CONTRIBUTING.md', 'src/README.md', 'docs/collect.md', 'scenarios/README.md'].concat(
  ['', 'tutorials', 'how-to'].flatMap((folder) =>
    readdirSync(join(root, 'docs', folder)).flatMap((name) =>
      name.endsWith('.md') ? [join('docs', folder, name)] : [],
    ),
  ),
  readdirSync(join(root, 'docs/decisions')).map((name) => `docs/decisions/${name}`),
)

function sourcesBelow(path: string): readonly string[] {
  return readdirSync(join(root, path), { withFileTypes: true }).flatMap((entry) => {
    const inside = `${path}/${entry.name}`
    if (entry.isDirectory()) return entry.name === 'generated' ? [] : sourcesBelow(inside)
    return /\.ts$/.test(entry.name) && !/\.(?:test|fixture)\.ts$/.test(entry.name) ? [inside] : []
  })
}

/** What people may type or export with these words in it, which is not the prose of this project. */
const quoted: readonly RegExp[] = [
  /analysis\/claims\/(?:kinds-of-people|parse-claim)\.ts$/, // words that a claim accepts
  /analysis\/claims\/value-names\.ts$/, // spellings that a claim accepts
  /importers\/people\/.*headers\.ts$/, // headings of exports in several languages
]

test('no text for people uses an idiom of a former translation, or British spelling', () => {
  const found = [...documents, ...sourcesBelow('src')]
    .filter((path) => !quoted.some((exempt) => exempt.test(path)))
    .flatMap((path) =>
      readFileSync(join(root, path), 'utf8')
        .split('\n')
        .flatMap((line, index) =>
          formerIdioms
            .filter((idiom) => idiom.test(line))
            .map((idiom) => `${path}:${index + 1} ${idiom.source}: ${line.trim()}`),
        ),
    )
  expect(found).toEqual([])
})

/** Idioms that comments no longer use in the rooms below; the comment says what to write instead. */
const formerCommentIdioms: readonly RegExp[] = [
  /\bof whom\b/, // whose
  /\b(?:takes?|taken) down\b/, // records, recorded
  /\bspeaks? of\b|\bspoken of\b/, // mentions, covers
  /\botherwise than\b|\bends? otherwise\b/, // differs from, has another outcome
  /\bmade ready\b/, // prepared
  /\ball the same\b/, // anyway
  /\bone after the other\b/, // in order, one at a time
  /\bwhoever\b/i, // the user who
  /\bnobody (?:knows|says|can say)\b/, // unknown, not stated
]

const rewrittenRooms =
  /^src\/(?:proof|analysis|replay|importers|lsp|gherkin|source|classes|memory|trace|report\/(?!plan|pages))/

test('no comment of the rewritten rooms uses an idiom of a former translation', () => {
  const found = sourcesBelow('src')
    .filter((path) => rewrittenRooms.test(path))
    .flatMap((path) =>
      readFileSync(join(root, path), 'utf8')
        .split('\n')
        .map((line) => /^\s*(?:\/\*\*|\*|\/\/).*/.exec(line)?.[0] ?? '')
        .flatMap((comment, index) =>
          formerCommentIdioms
            .filter((idiom) => idiom.test(comment))
            .map((idiom) => `${path}:${index + 1} ${idiom.source}: ${comment.trim()}`),
        ),
    )
  expect(found).toEqual([])
})
