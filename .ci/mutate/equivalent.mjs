/** Mutants that behave as the original, by key, each with the reason; swaps of rules are worked out in order.mjs. */
export const equivalent = new Map([
  [
    'src/rules/decide.ts ConditionalExpression: other !== name => true',
    'the fact is tried in every value afterwards, so trying it before as well changes nothing but the time',
  ],
  [
    'src/simulate/conditional-access/outcomes.ts ConditionalExpression: store === undefined => true',
    'nothing is kept, so that each outcome is worked out again: the same outcome',
  ],
  [
    "src/simulate/conditional-access/outcomes.ts ConditionalExpression: effect !== 'signal-dependent' && demands.length === 0 => false",
    'without the shortcut two empty lists are joined: the same empty list',
  ],
  [
    'src/simulate/conditional-access/merge-session.ts EqualityOperator: difference < 0 => difference <= 0',
    'the line is reached only where the difference is not zero',
  ],
  [
    'src/simulate/conditional-access/evaluate.ts ConditionalExpression: !hasBit(compiled.shaping, index) => false',
    'a policy without session controls adds none to those of the others, which the last line finds as well',
  ],
  [
    'src/simulate/policy-sign-in.ts ConditionalExpression: seenAs !== undefined => true',
    'a property that is undefined and one that is absent are the same to whoever reads the sign-in',
  ],
  [
    'src/simulate/policy-sign-in.ts ConditionalExpression: platform !== undefined => true',
    'a property that is undefined and one that is absent are the same to whoever reads the sign-in',
  ],
  [
    'src/simulate/policy-sign-in.ts ConditionalExpression: client.product.sharedDevice !== undefined => true',
    'a property that is undefined and one that is absent are the same to whoever reads the sign-in',
  ],
  [
    'src/simulate/policy-sign-in.ts ConditionalExpression: device !== undefined => true',
    'a property that is undefined and one that is absent are the same to whoever reads the sign-in',
  ],
  [
    'src/simulate/policy-sign-in.ts ConditionalExpression: baseline !== undefined => true',
    'a property that is undefined and one that is absent are the same to whoever reads the sign-in',
  ],
  [
    'src/simulate/policy-sign-in.ts ConditionalExpression: signals.signInRiskLevel !== undefined => true',
    'a property that is undefined and one that is absent are the same to whoever reads the sign-in',
  ],
  [
    'src/simulate/policy-sign-in.ts ConditionalExpression: signals.userRiskLevel !== undefined => true',
    'a property that is undefined and one that is absent are the same to whoever reads the sign-in',
  ],
  [
    'src/simulate/policy-sign-in.ts ConditionalExpression: signals.insiderRiskLevel !== undefined => true',
    'a property that is undefined and one that is absent are the same to whoever reads the sign-in',
  ],
  [
    'src/simulate/policy-sign-in.ts ConditionalExpression: signals.servicePrincipalRiskLevel !== undefined => true',
    'a property that is undefined and one that is absent are the same to whoever reads the sign-in',
  ],
  [
    'src/simulate/leg-paths.ts ConditionalExpression: candidates !== undefined => true',
    'a property that is undefined and one that is absent are the same to whoever reads the leg',
  ],
  [
    'src/simulate/leg-paths.ts ConditionalExpression: endpoint !== undefined => true',
    'a property that is undefined and one that is absent are the same to whoever reads the leg',
  ],
  [
    'src/simulate/leg-paths.ts ConditionalExpression: place !== undefined => true',
    'a property that is undefined and one that is absent are the same to whoever reads the leg',
  ],
  ['src/simulate/play-sets.ts ConditionalExpression: !found.has(at) => true', 'what was found before is found again'],
  [
    'src/simulate/play-sets.ts ConditionalExpression: witness === user => false',
    'the legs of the user are planned again: the same legs',
  ],
  [
    'src/simulate/methods/cloud-method.ts ConditionalExpression: user.methods === undefined => false',
    'a user of whom no methods are stated has none to present',
  ],
  [
    "src/simulate/conditional-access/row-store.ts ConditionalExpression: typeof under === 'object' => false",
    'what is kept under an object is not found, and computed again',
  ],
  [
    "src/simulate/conditional-access/clauses.ts ElementDrop: [ 'mfa', 'strength', 'compliantDevice', 'domainJoinedDevice', 'approvedApplication', 'compliantApplication', 'passwordChange', 'riskRemediation', 'termsOfUse', 'custom', 'boundToken', 'unknown', ] => ['strength', 'compliantDevice', 'domainJoinedDevice', 'approvedApplication', 'compliantApplication', 'passwordChange', 'riskRemediation', 'termsOfUse', 'custom', 'boundToken', 'unknown']",
    'what is in no list ranks before all others, as MFA does',
  ],
  [
    'src/rules/fact-key.ts EqualityOperator: keyCount(names) <= Number.MAX_SAFE_INTEGER => keyCount(names) < Number.MAX_SAFE_INTEGER',
    'the limit has a prime factor above 6000, and no fact has so many values',
  ],
  [
    'src/rules/fact-key.ts ArithmeticOperator: key * count + placeIn(facts) => key * count - placeIn(facts)',
    'different facts have different keys all the same',
  ],
  [
    'src/rules/decide.ts ConditionalExpression: value === undefined || value === missing => true',
    'where no fact is missing there is nothing to try, and the first answer is the answer',
  ],
  [
    'src/rules/decide.ts MethodExpression: open.filter((other) => other !== name) => open',
    'the fact is tried in every value afterwards, so trying it before as well changes nothing but the time',
  ],
  [
    'src/simulate/conditional-access/assigned-users.ts ConditionalExpression: kind.size === 1 => false',
    'a kind of one user is found by the groups of that user: the same policies',
  ],
  [
    'src/simulate/conditional-access/assigned-users.ts EqualityOperator: word < into.length => word <= into.length',
    'a word more without a bit is looked at',
  ],
  [
    'src/simulate/conditional-access/assigned-users.ts EqualityOperator: word < from.length => word <= from.length',
    'a word more without a bit is looked at',
  ],
  [
    'src/simulate/conditional-access/bits.ts EqualityOperator: word < one.length => word <= one.length',
    'a word more without a bit is looked at',
  ],
  [
    'src/simulate/conditional-access/bits.ts EqualityOperator: word < one.length => word <= one.length (2)',
    'a word more without a bit is looked at',
  ],
  [
    'src/simulate/conditional-access/bits.ts EqualityOperator: word < mask.length => word <= mask.length (3)',
    'a word more without a bit is looked at',
  ],
  [
    'src/simulate/conditional-access/bits.ts EqualityOperator: index < policies => index <= policies',
    'no test holds for an index behind the last policy',
  ],
  [
    'src/simulate/conditional-access/combine.ts EqualityOperator: index < demands.demanding.length => index <= demands.demanding.length',
    'behind the last clause there is none, which is left out',
  ],
  [
    'src/simulate/conditional-access/combine.ts StringLiteral: \'\' => "Stryker was here!"',
    'answers that demand nothing have one key whatever it is',
  ],
  [
    'src/simulate/conditional-access/combine.ts ConditionalExpression: unknown.length === 0 => false',
    'with empty lists it is the same answer',
  ],
  [
    "src/simulate/conditional-access/combine.ts ConditionalExpression: decision === 'allow' && clauses.length === 0 => false",
    'where all is allowed there is no blocking policy to name',
  ],
  [
    'src/simulate/conditional-access/combine.ts StringLiteral: \' \' => ""',
    'no words of controls that run together are those of other controls',
  ],
  [
    'src/simulate/conditional-access/combine.ts StringLiteral: \' \' => "" (2)',
    'no words of controls that run together are those of other controls',
  ],
  [
    'src/simulate/conditional-access/compile.ts ConditionalExpression: dimensions[name].classes.length > 0 => true',
    'a condition that no policy has holds for all of them',
  ],
  [
    'src/simulate/conditional-access/compile.ts EqualityOperator: dimensions[name].classes.length > 0 => dimensions[name].classes.length >= 0',
    'a condition that no policy has holds for all of them',
  ],
  [
    'src/simulate/conditional-access/compile.ts EqualityOperator: one.key < other.key => one.key <= other.key',
    'policies of one name and id are named alike, whichever comes first',
  ],
  [
    "src/simulate/conditional-access/controls-met.ts ConditionalExpression: kind === 'approvedApplication' || kind === 'custom' => true",
    'the dates are in the key although no control depends on them',
  ],
  [
    'src/simulate/conditional-access/evaluate.ts ConditionalExpression: all.certain === all.possible => false',
    'what is settled is found in the way of what is open as well, without being kept',
  ],
  [
    'src/simulate/conditional-access/evaluate.ts Regex: /^(policy|namedLocation):/ => /(policy|namedLocation):/',
    'no name of something missing has these words elsewhere than at its start',
  ],
  [
    "src/simulate/conditional-access/outcomes.ts ArithmeticOperator: shown(cache, 'kind of target', targets, 0) * 2 + shown(cache, 'kind of principal', program, 0) => shown(cache, 'kind of target', targets, 0) * 2 - shown(cache, 'kind of principal', program, 0)",
    'the six ways of naming have different numbers all the same',
  ],
  [
    'src/simulate/conditional-access/reach.ts ConditionalExpression: possible === certain => false',
    'equal masks are joined to one',
  ],
  [
    "src/simulate/conditional-access/rows-of.ts ConditionalExpression: scopes === undefined && cache.leftOut !== 'scopes' => false",
    'without scopes the longer text of a target says the same',
  ],
  [
    'src/simulate/outcome-of-leg.ts ObjectLiteral: { ...blankPersonFacts } => {}',
    'a fact that is undefined and one that is absent are the same; only adding it takes longer',
  ],
  [
    'src/simulate/outcome-of-leg.ts ArithmeticOperator: keyCount(standingFacts) * legKeys => keyCount(standingFacts) / legKeys',
    'the guard of a defect, which no facts are enough for',
  ],
  [
    "src/simulate/outcome-of-leg.ts EqualityOperator: signals.signedIn === 'yes' => signals.signedIn !== 'yes'",
    'the two have each other’s number',
  ],
  [
    'src/simulate/decide-account.ts ConditionalExpression: verdict === decisions.verdict => false',
    'decisions with the same verdict put in again',
  ],
  [
    'src/simulate/decide-account.ts EqualityOperator: policies.registration.policies.length > 0 => policies.registration.policies.length >= 0',
    'decided without being kept: the same decisions',
  ],
  [
    'src/simulate/judge-credentials.ts BooleanLiteral: true => false',
    'no names are put behind open answers: the same judgments',
  ],
  [
    "src/simulate/judge-credentials.ts ArrayDeclaration: ['credential', 'verifier', 'accountState', 'idpAccess'] => []",
    'what judging finds out is missing before, so that the key has the same number for it each time',
  ],
  [
    "src/simulate/judge-credentials.ts ElementDrop: ['credential', 'verifier', 'accountState', 'idpAccess'] => ['verifier', 'accountState', 'idpAccess']",
    'what judging finds out is missing before, so that the key has the same number for it each time',
  ],
  [
    "src/simulate/judge-credentials.ts ElementDrop: ['credential', 'verifier', 'accountState', 'idpAccess'] => ['credential', 'accountState', 'idpAccess']",
    'what judging finds out is missing before, so that the key has the same number for it each time',
  ],
  [
    "src/simulate/judge-credentials.ts ElementDrop: ['credential', 'verifier', 'accountState', 'idpAccess'] => ['credential', 'verifier', 'idpAccess']",
    'what judging finds out is missing before, so that the key has the same number for it each time',
  ],
  [
    "src/simulate/judge-credentials.ts ElementDrop: ['credential', 'verifier', 'accountState', 'idpAccess'] => ['credential', 'verifier', 'accountState']",
    'what judging finds out is missing before, so that the key has the same number for it each time',
  ],
  [
    'src/simulate/conditional-access/judged.ts ConditionalExpression: one.missing === other.missing => false',
    'equal names are joined to the same names',
  ],
  [
    'src/simulate/conditional-access/demand-context.ts ArithmeticOperator: (isOutsider(principal) ? 1 : 0) + (isWithoutTenant(principal) ? 2 : 0) => (isOutsider(principal) ? 1 : 0) - (isWithoutTenant(principal) ? 2 : 0)',
    'the three homes have different numbers all the same',
  ],
  [
    "src/simulate/conditional-access/demand-index.ts ConditionalExpression: kind === 'boundToken' => true",
    'the token is in the key although no control asks for it',
  ],
  [
    'src/simulate/outcome-of-leg.ts EqualityOperator: tenant.conditionalAccess.policies.length > 0 => tenant.conditionalAccess.policies.length >= 0',
    'nothing is kept, so that each leg is decided again: the same outcome',
  ],
  [
    'src/simulate/outcome-of-leg.ts ConditionalExpression: request.presents !== undefined || !isEmpty(request.signals) => true',
    'nothing is kept, so that each leg is decided again: the same outcome',
  ],
  [
    "src/simulate/policy-sign-in.ts ConditionalExpression: user.accountHome !== 'here' => true",
    'nothing is shared, so that what a person has met is found again: the same',
  ],
  [
    'src/simulate/policy-sign-in.ts ConditionalExpression: signals.satisfied !== undefined || signals.methods !== undefined || dated || outside => true',
    'nothing is shared, so that what a person has met is found again: the same',
  ],
  [
    'src/simulate/device/path-with-ticket.ts ConditionalExpression: path.facts.deviceSession === session => false',
    'a copy of the path that says the same',
  ],
  [
    'src/simulate/facts/password-grant.ts ArrayDeclaration: [] => ["Stryker was here"]',
    'no policy names such an application',
  ],
  [
    'src/simulate/assigned-store.ts MethodExpression: policies.filter(({ conditions }) => !known.has(conditions)) => policies',
    'whom a policy concerns is found again: the same users',
  ],
  [
    'src/simulate/assigned-store.ts ConditionalExpression: unknown.length > 0 => true',
    'nothing is found for no policies',
  ],
  [
    'src/simulate/assigned-store.ts EqualityOperator: unknown.length > 0 => unknown.length >= 0',
    'nothing is found for no policies',
  ],
  [
    'src/simulate/conditional-access/compile.ts ConditionalExpression: indexesOf(reporting).length > 0 => true',
    'where no policy reports, the enforced ones are all of them',
  ],
  [
    'src/simulate/conditional-access/compile.ts EqualityOperator: indexesOf(reporting).length > 0 => indexesOf(reporting).length >= 0',
    'where no policy reports, the enforced ones are all of them',
  ],
  [
    'src/simulate/conditional-access/compile.ts ConditionalExpression: conditions.open.length > 0 => true',
    'where no policy is open, none is taken away',
  ],
  [
    'src/simulate/conditional-access/compile.ts EqualityOperator: conditions.open.length > 0 => conditions.open.length >= 0',
    'where no policy is open, none is taken away',
  ],
  [
    'src/simulate/conditional-access/controls-met.ts ArrayDeclaration: [] => ["Stryker was here"]',
    'no combination has a method of that name',
  ],
  [
    'src/simulate/conditional-access/controls-met.ts ArrayDeclaration: [] => ["Stryker was here"] (2)',
    'no combination has a method of that name',
  ],
  [
    'src/simulate/conditional-access/controls-met.ts ArrayDeclaration: [] => ["Stryker was here"] (3)',
    'no combination has a method of that name',
  ],
  [
    'src/simulate/conditional-access/controls-met.ts BooleanLiteral: false => true (2)',
    'the strength of plain MFA narrows no combination to certain keys',
  ],
  [
    "src/simulate/conditional-access/controls-met.ts ConditionalExpression: kind === 'compliantDevice' => true",
    'of no other control is an exemption listed',
  ],
  [
    "src/simulate/conditional-access/controls-met.ts OperandDrop: isExemptible(kind) && 'applications' in target => 'applications' in target",
    'of no other control is an exemption listed',
  ],
  [
    'src/simulate/conditional-access/demand-context.ts MethodExpression: served.every(isBoundToken) => served.some(isBoundToken)',
    'a bound token is demanded by a clause of its own',
  ],
  [
    'src/simulate/decide-account.ts MethodExpression: [...new Set<FactName>(questions.flatMap((name) => questionFacts[name]))].filter( (name) => !foundFacts.some((found) => found === name), ) => [...new Set<FactName>(questions.flatMap(name => questionFacts[name]))]',
    'what deciding finds out is missing before, so that the key has the same number for it each time',
  ],
  [
    "src/simulate/conditional-access/demand-context.ts OperandDrop: exemptible && isExempt('compliantDevice', signIn) => isExempt('compliantDevice', signIn)",
    'the key is finer than it has to be: the same answers, worked out more often',
  ],
  [
    'src/simulate/conditional-access/rows-of.ts ConditionalExpression: applications.length > 1 => true',
    'a list of one application joined is the text of that application',
  ],
  [
    'src/simulate/asked-words.ts NeighborSwap: [issuer, flowClass, homeRealm, federatedIdpMfaBehavior, idpPerformsMfa] => [flowClass, issuer, homeRealm, federatedIdpMfaBehavior, idpPerformsMfa]',
    'a key of the same parts in another order tells the same sign-ins apart',
  ],
  [
    "src/simulate/read-clauses.ts MethodExpression: strengths.every((one) => one === 'beyond') => strengths.some(one => one === 'beyond')",
    'a clause is of one policy, which has one strength at most',
  ],
  [
    'src/simulate/outcome-of-leg.ts ArithmeticOperator: standing + keyOfLeg(person) * carriedKeys => standing - keyOfLeg(person) * carriedKeys',
    'a key below the next multiple instead of above the last one: as different for different parts',
  ],
  ['src/simulate/trace-of-leg.ts ConditionalExpression: before.length === 0 => false', 'a copy of the same steps'],
  [
    'src/simulate/policy-sign-in.ts LogicalOperator: policies.length > 0 && resource !== undefined => policies.length > 0 || resource !== undefined',
    'scopes that no policy reads are said to be asked for, which nothing reads',
  ],
  [
    `src/simulate/conditional-access/rows-of.ts StringLiteral: '' => "Stryker was here!"`,
    'a target without a step-up gets another suffix, the same for all of them',
  ],
  [
    "src/simulate/conditional-access/rows-of.ts ConditionalExpression: asked === '' => false",
    'each target gets a suffix, which is empty without a step-up',
  ],
  [
    `src/simulate/conditional-access/rows-of.ts StringLiteral: '' => "Stryker was here!" (2)`,
    'the text of no application is another one, which no application has',
  ],
  [
    'src/simulate/conditional-access/rows-of.ts EqualityOperator: applications.length > 1 => applications.length >= 1',
    'a list of one application joined is the text of that application',
  ],
  [
    'src/simulate/conditional-access/rows-of.ts ArrayDeclaration: [] => ["Stryker was here"] (2)',
    'read where a test leaves scopes out, which says what is there instead',
  ],
  [
    "src/simulate/conditional-access/demand-context.ts EqualityOperator: principal.kind === 'service-principal' => principal.kind !== 'service-principal'",
    'the bit says the opposite each time: as different for different sign-ins as before',
  ],
  [
    'src/simulate/conditional-access/demand-context.ts EqualityOperator: interactive === false => interactive !== false',
    'the bit says the opposite each time: as different for different sign-ins as before',
  ],
  [
    "src/simulate/conditional-access/demand-context.ts EqualityOperator: authenticationFlow === 'deviceCodeFlow' => authenticationFlow !== 'deviceCodeFlow'",
    'the bit says the opposite each time: as different for different sign-ins as before',
  ],
  [
    "src/simulate/conditional-access/demand-context.ts EqualityOperator: signIn.appProtection === 'none' => signIn.appProtection !== 'none'",
    'the bit says the opposite each time: as different for different sign-ins as before',
  ],
  [
    'src/simulate/conditional-access/demand-context.ts ConditionalExpression: indexes.length === 1 => false',
    'the text of one index instead of its number',
  ],
  [
    'src/simulate/conditional-access/evaluate.ts ArrayDeclaration: [] => ["Stryker was here"]',
    'the value is there each time, so that nobody needs the one instead',
  ],
  [
    'src/simulate/conditional-access/evaluate.ts ConditionalExpression: !meets(compiled.shaping, perhaps) => false',
    'what the shortcut spares is worked out, with the same result',
  ],
  [
    'src/simulate/conditional-access/evaluate.ts ConditionalExpression: !meets(shaping, certain) => false',
    'the controls of no policy are joined: none',
  ],
  [
    'src/simulate/conditional-access/evaluate.ts ArrayDeclaration: [] => ["Stryker was here"] (5)',
    'the value is there each time, so that nobody needs the one instead',
  ],
  [
    'src/simulate/conditional-access/evaluate.ts ConditionalExpression: missing === undefined => false',
    'a property that is undefined and one that is absent are the same to whoever reads it',
  ],
  [
    "src/simulate/conditional-access/evaluate.ts ConditionalExpression: found.decision === 'undetermined' => true",
    'a decision that is not open misses nothing that could be tried',
  ],
  [
    `src/simulate/conditional-access/judge-resources.ts StringLiteral: '' => "Stryker was here!"`,
    'the value is there each time, so that nobody needs the one instead',
  ],
  [
    `src/simulate/conditional-access/judge-resources.ts StringLiteral: '' => "Stryker was here!" (2)`,
    'the value is there each time, so that nobody needs the one instead',
  ],
  [
    'src/simulate/conditional-access/judge-resources.ts ArrayDeclaration: [] => ["Stryker was here"]',
    'of a user action no application is looked at',
  ],
  [
    `src/simulate/conditional-access/judge-resources.ts StringLiteral: 'covered' => ""`,
    'any word but the two that are asked for',
  ],
  [
    'src/simulate/conditional-access/judge-resources.ts ConditionalExpression: ids.has(application) => false',
    'what the shortcut spares is worked out, with the same result',
  ],
  [
    'src/simulate/conditional-access/judge-resources.ts ConditionalExpression: judged === hit => false',
    'whatever is joined with a hit is a hit',
  ],
  [
    'src/simulate/conditional-access/judge-users.ts ConditionalExpression: who.otherwise === undefined => false',
    'the same principal is judged twice',
  ],
  [
    'src/simulate/conditional-access/judge-users.ts ArrayDeclaration: [] => ["Stryker was here"] (2)',
    'no policy names a group of that name',
  ],
  [
    'src/simulate/conditional-access/judge-users.ts ArrayDeclaration: [] => ["Stryker was here"] (3)',
    'no policy names a role of that name',
  ],
  [
    'src/simulate/conditional-access/judge-users.ts OperandDrop: !external && who.otherwise !== undefined => who.otherwise !== undefined',
    'the policies for guests are among the certain ones already, so that none is left open',
  ],
  [
    'src/simulate/conditional-access/judge-users.ts MethodExpression: included.certain.slice() => included.certain',
    'nobody reads it afterwards',
  ],
  [
    'src/simulate/conditional-access/judge-users.ts ConditionalExpression: missing.length === 0 => false',
    'what the shortcut spares is worked out, with the same result',
  ],
  [
    'src/simulate/conditional-access/judge-users.ts ConditionalExpression: row.possible === row.certain => false',
    'what the shortcut spares is worked out, with the same result',
  ],
  [
    'src/simulate/conditional-access/merge-session.ts EqualityOperator: words.indexOf(other) > words.indexOf(one) => words.indexOf(other) >= words.indexOf(one)',
    'where both stand at one place they are the same word',
  ],
  [
    'src/simulate/conditional-access/merge-session.ts EqualityOperator: other < one => other <= one',
    'of two equal words either is taken',
  ],
  [
    'src/simulate/conditional-access/name-store.ts ArrayDeclaration: [] => ["Stryker was here"]',
    'the value is there each time, so that nobody needs the one instead',
  ],
  [
    "src/simulate/conditional-access/outcomes.ts EqualityOperator: principal.kind === 'service-principal' => principal.kind !== 'service-principal' (2)",
    'the bit says the opposite each time: as different for different sign-ins as before',
  ],
  [
    'src/simulate/conditional-access/outcomes.ts ArithmeticOperator: (cache.leftOut === undefined ? state : withoutLeftOut(state)) * 6 + namingOf(reading.signIn) => (cache.leftOut === undefined ? state : withoutLeftOut(state)) * 6 - namingOf(reading.signIn)',
    'a key below the next multiple instead of above the last one: as different for different parts',
  ],
  [
    `src/simulate/conditional-access/outcomes.ts StringLiteral: 'notSet' => "" (2)`,
    'the value is there each time, so that nobody needs the one instead',
  ],
  [
    "src/simulate/conditional-access/outcomes.ts ConditionalExpression: effect === 'signal-dependent' => true",
    'no condition of a policy that applies is open',
  ],
  [
    'src/simulate/conditional-access/question-splits.ts MethodExpression: possible.slice() => possible',
    'nobody reads it afterwards',
  ],
  [
    'src/simulate/conditional-access/question-splits.ts ConditionalExpression: assigned.possible[policy] !== assigned.certain[policy] => true',
    'cut by the same set again, no part is cut',
  ],
  [
    'src/simulate/conditional-access/question-splits.ts ConditionalExpression: sure === maybe => false',
    'what the shortcut spares is worked out, with the same result',
  ],
  [
    'src/simulate/conditional-access/reach.ts ConditionalExpression: row.possible === row.certain => false',
    'what the shortcut spares is worked out, with the same result',
  ],
  [
    'src/simulate/conditional-access/reach.ts ConditionalExpression: settled => false',
    'what the shortcut spares is worked out, with the same result',
  ],
  [
    'src/simulate/conditional-access/reach.ts ArrayDeclaration: [] => ["Stryker was here"] (2)',
    'the value is there each time, so that nobody needs the one instead',
  ],
  [
    'src/simulate/conditional-access/reached-policies.ts EqualityOperator: index < count => index <= count',
    'no set holds a policy past the last one',
  ],
  [
    'src/simulate/conditional-access/reached-policies.ts ConditionalExpression: now === needs => false',
    'what the shortcut spares is worked out, with the same result',
  ],
  [
    'src/simulate/conditional-access/reached-policies.ts MethodExpression: now.possible.slice() => now.possible',
    'nobody reads it afterwards',
  ],
  [
    'src/simulate/conditional-access/row.ts MethodExpression: [...value].sort() => [...value]',
    'conditions that list the same in another order are judged each by itself: the same answers',
  ],
  [
    'src/simulate/conditional-access/row.ts ConditionalExpression: missing.length === 0 => false',
    'two equal sets instead of one',
  ],
  [
    'src/simulate/conditional-access/standing.ts BooleanLiteral: false => true',
    'the value is there each time, so that nobody needs the one instead',
  ],
  ['src/simulate/conditional-access/targets.ts BooleanLiteral: true => false', 'a suffix that every text gets'],
  [
    'src/simulate/conditional-access/controls-met.ts ArrayDeclaration: [] => ["Stryker was here"] (4)',
    'no strength allows a method of that name',
  ],
  [
    'src/simulate/conditional-access/controls-met.ts ArrayDeclaration: [] => ["Stryker was here"] (5)',
    'no strength allows a method of that name',
  ],
  [
    'src/simulate/conditional-access/controls-met.ts ArrayDeclaration: [] => ["Stryker was here"] (6)',
    'no strength allows a method of that name',
  ],
  [
    'src/simulate/conditional-access/controls-met.ts ArrayDeclaration: [] => ["Stryker was here"] (7)',
    'no strength allows a method of that name',
  ],
  [
    `src/simulate/agreed-legs.ts StringLiteral: '' => "Stryker was here!"`,
    'a part that is the same for everybody is another one that is the same for everybody',
  ],
  ['src/simulate/agreed-legs.ts BooleanLiteral: false => true', 'where there are no others, they are not equal either'],
  [
    'src/simulate/alike-networks.ts ConditionalExpression: country === undefined => false',
    'a property that is undefined and one that is absent are the same to whoever reads it',
  ],
  [
    'src/simulate/alike-networks.ts EqualityOperator: ranges.length === 0 => ranges.length !== 0',
    'the bit says the opposite each time: as different for different sign-ins as before',
  ],
  [
    'src/simulate/alike-networks.ts ArrayDeclaration: [] => ["Stryker was here"]',
    'a part that is the same for everybody is another one that is the same for everybody',
  ],
  [
    'src/simulate/alike-networks.ts EqualityOperator: country === undefined => country !== undefined (2)',
    'the bit says the opposite each time: as different for different sign-ins as before',
  ],
  [
    "src/simulate/alike-networks.ts LogicalOperator: leavesFromTrustedAddress(tenant, network) ?? 'partly' => leavesFromTrustedAddress(tenant, network) && 'partly'",
    'another word for each of the three answers, still three',
  ],
  [
    `src/simulate/alike-networks.ts StringLiteral: 'partly' => ""`,
    'another word for each of the three answers, still three',
  ],
  [
    `src/simulate/alike-networks.ts StringLiteral: '' => "Stryker was here!"`,
    'a part that is the same for everybody is another one that is the same for everybody',
  ],
  [
    `src/simulate/alike-networks.ts StringLiteral: '' => "Stryker was here!" (2)`,
    'a part that is the same for everybody is another one that is the same for everybody',
  ],
  [
    'src/simulate/asked-words.ts EqualityOperator: country === undefined => country !== undefined',
    'the bit says the opposite each time: as different for different sign-ins as before',
  ],
  [
    'src/simulate/asked-words.ts EqualityOperator: addresses === undefined => addresses !== undefined',
    'the bit says the opposite each time: as different for different sign-ins as before',
  ],
  [
    'src/simulate/asked-words.ts NeighborSwap: [issuer, flowClass, homeRealm, federatedIdpMfaBehavior, idpPerformsMfa] => [issuer, homeRealm, flowClass, federatedIdpMfaBehavior, idpPerformsMfa]',
    'a key of the same parts in another order tells the same sign-ins apart',
  ],
  [
    'src/simulate/asked-words.ts NeighborSwap: [issuer, flowClass, homeRealm, federatedIdpMfaBehavior, idpPerformsMfa] => [issuer, flowClass, federatedIdpMfaBehavior, homeRealm, idpPerformsMfa]',
    'a key of the same parts in another order tells the same sign-ins apart',
  ],
  [
    'src/simulate/asked-words.ts NeighborSwap: [issuer, flowClass, homeRealm, federatedIdpMfaBehavior, idpPerformsMfa] => [issuer, flowClass, homeRealm, idpPerformsMfa, federatedIdpMfaBehavior]',
    'a key of the same parts in another order tells the same sign-ins apart',
  ],
  [
    'src/simulate/asked-words.ts ElementDrop: [issuer, flowClass, homeRealm, federatedIdpMfaBehavior, idpPerformsMfa] => [flowClass, homeRealm, federatedIdpMfaBehavior, idpPerformsMfa]',
    'only where Microsoft Entra ID issues the token is there a question, which the word has as well',
  ],
  [
    'src/simulate/asked-words.ts ConditionalExpression: client.device === undefined => false',
    'the key is finer than it has to be: the same answers, worked out more often',
  ],
  [
    `src/simulate/asked-words.ts StringLiteral: '' => "Stryker was here!"`,
    'a part that is the same for everybody is another one that is the same for everybody',
  ],
  [
    'src/simulate/asked-words.ts ConditionalExpression: one.principal === user => false',
    'users of a kind are principals of one kind',
  ],
  [
    'src/simulate/asked-words.ts EqualityOperator: one.principal === user => one.principal !== user',
    'the user has the kind and the program has none, instead of the other way round',
  ],
  [
    `src/simulate/asked-words.ts StringLiteral: '' => "Stryker was here!" (2)`,
    'a part that is the same for everybody is another one that is the same for everybody',
  ],
  [`src/simulate/asked-words.ts StringLiteral: '\\u0000' => ""`, 'the texts are of JSON, whose ends can be told'],
  [`src/simulate/answered-parts.ts StringLiteral: '\\u0001' => ""`, 'the texts are of JSON, whose ends can be told'],
  [
    'src/simulate/credential-endings.ts ConditionalExpression: error === undefined => false',
    'a property that is undefined and one that is absent are the same to whoever reads it',
  ],
  [
    'src/simulate/facts/mailbox-facts.ts ArrayDeclaration: [] => ["Stryker was here"] (2)',
    'no mailbox has a switch of that name',
  ],
  [
    'src/simulate/facts/mailbox-facts.ts ArrayDeclaration: [] => ["Stryker was here"] (3)',
    'no mailbox has a switch of that name',
  ],
  [
    'src/simulate/facts/mailbox-facts.ts ArrayDeclaration: [] => ["Stryker was here"] (4)',
    'no mailbox has a switch of that name',
  ],
  [
    'src/simulate/facts/mailbox-facts.ts ArrayDeclaration: [] => ["Stryker was here"] (5)',
    'no mailbox has a switch of that name',
  ],
  [
    'src/simulate/facts/mailbox-facts.ts ArrayDeclaration: [] => ["Stryker was here"] (6)',
    'no mailbox has a switch of that name',
  ],
  [
    'src/simulate/facts/mailbox-facts.ts ConditionalExpression: unset !== missing => true',
    'the entry is for tenants of any age, so that none is missing',
  ],
  [
    'src/simulate/facts/mailbox-facts.ts ConditionalExpression: levels === missing => false',
    'the entry is for tenants of any age, so that none is missing',
  ],
  [
    'src/simulate/facts/mfa-satisfied.ts StringLiteral: \'mfa\' => ""',
    'the other parts have names of their own, so that an empty one tells this part apart as well',
  ],
  [
    'src/simulate/facts/mfa-satisfied.ts StringLiteral: \'claim\' => "" (2)',
    'the other parts have names of their own, so that an empty one tells this part apart as well',
  ],
  [
    'src/simulate/facts/external-factor.ts StringLiteral: \'external\' => ""',
    'the other parts have names of their own, so that an empty one tells this part apart as well',
  ],
  [
    'src/simulate/methods/cloud-method.ts StringLiteral: \'cloud\' => ""',
    'the other parts have names of their own, so that an empty one tells this part apart as well',
  ],
  [
    'src/simulate/decide-account.ts ArrowFunction: (found) => found === name => () => undefined',
    'facts that are found on the way are not known when the key is made: their part of it is constant',
  ],
  [
    'src/simulate/decide-account.ts MethodExpression: foundFacts.some((found) => found === name) => foundFacts.every(found => found === name)',
    'facts that are found on the way are not known when the key is made: their part of it is constant',
  ],
  [
    'src/simulate/decide-account.ts ConditionalExpression: found === name => false',
    'facts that are found on the way are not known when the key is made: their part of it is constant',
  ],
  [
    'src/simulate/facts/account-facts.ts ConditionalExpression: synced === missing => true (2)',
    'an account that is stated to be sound is sound, whether it is in dispute or not',
  ],
  [
    "src/simulate/facts/account-facts.ts ConditionalExpression: given !== 'none' => true",
    'where the tenant gives no days, none are left',
  ],
  [
    'src/simulate/outcome-of-leg.ts ConditionalExpression: keyCount(standingFacts) * legKeys > Number.MAX_SAFE_INTEGER => false',
    'the facts do fit into one number',
  ],
  [
    'src/simulate/outcome-of-leg.ts EqualityOperator: keyCount(standingFacts) * legKeys > Number.MAX_SAFE_INTEGER => keyCount(standingFacts) * legKeys >= Number.MAX_SAFE_INTEGER',
    'the facts do fit into one number',
  ],
  [
    'src/simulate/outcome-of-leg.ts ArithmeticOperator: ((presented * 3 + signedIn) * (mfaValues.length + 1) + mfa) * registrations.length + registered => ((presented * 3 + signedIn) * (mfaValues.length + 1) + mfa) * registrations.length - registered',
    'taken away instead of added, it tells the same sign-ins apart',
  ],
  [
    'src/simulate/outcome-of-leg.ts ConditionalExpression: context.tenant.conditionalAccess.policies.length === 0 => false',
    'what the shortcut spares is worked out, with the same result',
  ],
  [
    'src/simulate/outcome-of-leg.ts ConditionalExpression: isShare(path) => true',
    'what takes no tickets is open to everybody, as it was stated to be',
  ],
  [
    'src/simulate/readings-of-session.ts ConditionalExpression: all.length <= most => true',
    'there are too many to look at, and more of them are made: still too many',
  ],
  ['src/simulate/said-of-leg.ts StringLiteral: \'nothing\' => ""', 'another word than any that policies say'],
  [
    'src/simulate/said-of-leg.ts EqualityOperator: combined.policies.length === 0 => combined.policies.length !== 0',
    'the word says the opposite each time: as different for different legs as before',
  ],
  ['src/simulate/said-of-leg.ts ConditionalExpression: said.length === 1 => false', 'one word joined is that word'],
  [
    'src/simulate/vendor-state.ts ConditionalExpression: latest === undefined || entry.from >= latest.from => true',
    'the entries of a subject are in the order of their days, as a test says',
  ],
  [
    'src/simulate/vendor-state.ts EqualityOperator: entry.from >= latest.from => entry.from > latest.from',
    'no two entries of a subject and a day concern one tenant, as a test says',
  ],
  [
    'src/simulate/vendor-state.ts ConditionalExpression: entry.createdFrom === Number.NEGATIVE_INFINITY && entry.createdBefore === Number.POSITIVE_INFINITY => false',
    'what the shortcut spares is worked out, with the same result',
  ],
  ['src/simulate/watched-signals.ts StringLiteral: \'open\' => ""', 'another word than any value of a signal'],
  [
    'src/simulate/watched-signals.ts StringLiteral: \'\' => "Stryker was here!"',
    'another word than anything that answers',
  ],
])
