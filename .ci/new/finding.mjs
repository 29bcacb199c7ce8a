import { kebab, quoted } from './words.mjs'

/** A kind of finding of \`authplan gaps\`: its kind and title; the observer that finds it is written by hand. */
export function newFinding(shop, kind, title) {
  if (kind !== kebab(kind ?? '') || title === undefined)
    throw new Error('usage: npm run new -- finding token-not-bound "a token is not bound"')
  const results = 'src/analysis/gaps/result.ts'
  if (shop.read(results).includes(`'${kind}'`)) throw new Error(`the finding ${kind} already exists`)
  shop.insert(results, /^ {2}'undetermined',/, `  '${kind}',`)
  shop.insert('src/report/gaps/wording.ts', /^ {2}undetermined:/, `  '${kind}': ${quoted(title)},`)
  return `${kind} has been added as a kind of finding. Write an observer next to those in src/analysis/gaps/, list it in src/analysis/gaps/gaps.ts,
and say in src/report/gaps/wording.ts what a reader can do; \`npx tsc --noEmit -p .\` shows the rest.`
}
