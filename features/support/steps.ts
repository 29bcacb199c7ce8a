import '../../src/gherkin/register.ts'
