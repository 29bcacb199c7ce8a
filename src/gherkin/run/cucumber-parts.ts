import { createRequire } from 'node:module'
import type { ITestCaseHookParameter } from '@cucumber/cucumber'
import { locatePackage } from '../../source/files/locate-package.ts'
import type { SignInWorld } from '../scenario/world.ts'
import { parameterTypes, registeredName, registeredPattern, registeredRegexp } from '../steps/parameter-types.ts'

/** A feature as Cucumber parses it. */
export type GherkinDocument = ITestCaseHookParameter['gherkinDocument']
/** One scenario to run, with its placeholders filled. */
export type Pickle = ITestCaseHookParameter['pickle']

/** One parameter of a step that matches. */
export interface MatchedArgument {
  readonly group: { readonly value?: string; readonly start?: number; readonly end?: number }
  readonly getParameterType: () => { readonly name?: string }
  readonly getValue: (world: { readonly world: SignInWorld }) => unknown
}

/** A step expression, compiled. */
export interface Expression {
  readonly match: (text: string) => readonly MatchedArgument[] | null
}

/** The parts of Cucumber that read features without running them. */
export interface CucumberParts {
  /** Parses a feature; throws an error that contains one error per location. */
  readonly parse: (text: string) => GherkinDocument
  readonly compile: (document: GherkinDocument, uri: string) => readonly Pickle[]
  readonly expression: (pattern: string) => Expression
}

interface Gherkin {
  readonly Parser: new (builder: object, matcher: object) => { readonly parse: (text: string) => GherkinDocument }
  readonly AstBuilder: new (newId: () => string) => object
  readonly GherkinClassicTokenMatcher: new () => object
  readonly compile: (document: GherkinDocument, uri: string, newId: () => string) => readonly Pickle[]
}

interface Expressions {
  readonly ParameterTypeRegistry: new () => { readonly defineParameterType: (type: object) => void }
  readonly ParameterType: new (
    name: string,
    regexp: RegExp,
    type: null,
    transform: (this: { readonly world: SignInWorld }, text: string) => unknown,
    useForSnippets: boolean,
    preferForRegexpMatch: boolean,
  ) => object
  readonly CucumberExpression: new (pattern: string, registry: object) => Expression
}

/** Loads the packages that Cucumber itself reads features with; undefined if it is not installed. */
export function loadCucumberParts(): CucumberParts | undefined {
  const cucumber = locatePackage('@cucumber/cucumber')
  if (cucumber === undefined) return undefined
  const load = createRequire(cucumber)
  // Transitive dependencies of Cucumber, limited to the declared interface.
  const gherkin = load('@cucumber/gherkin') as Gherkin
  const expressions = load('@cucumber/cucumber-expressions') as Expressions
  let ids = 0
  const newId = (): string => {
    ids += 1
    return String(ids)
  }
  const registry = new expressions.ParameterTypeRegistry()
  for (const type of parameterTypes)
    registry.defineParameterType(
      new expressions.ParameterType(
        registeredName(type),
        registeredRegexp(type),
        null,
        function (text) {
          return type.read(text, this.world)
        },
        false,
        false,
      ),
    )
  return {
    parse: (text) =>
      new gherkin.Parser(new gherkin.AstBuilder(newId), new gherkin.GherkinClassicTokenMatcher()).parse(text),
    compile: (document, uri) => gherkin.compile(document, uri, newId),
    expression: (pattern) => new expressions.CucumberExpression(registeredPattern(pattern), registry),
  }
}
